package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The commands behind the script {@code suite}. Exit status: 0 done, 1 not done and why, 2 not understood. */
public final class Suite {

    private static final String HELP = """
            Trayecto on this machine: PostgreSQL, Kafka and the four services, without containers.

              ./suite run                  build what is missing, start what does not run, stay; Ctrl-C stops it all
                  --untrained              do not train what was built: sooner ready now, slower at each start
                  --detach                 leave it in the background once it is ready
                  --fresh [--yes]          drop all data first; asks unless --yes
                  --offline                never look for anything in the network while building
                  --<name>-port <port>     another port for a part; also TRAYECTO_<NAME>_PORT
              ./suite status               what runs; exit status 0 if everything is ready
              ./suite logs <name> [-f]     the last lines of a log; -f follows it
              ./suite start|restart <name> one part, for example after it was killed
              ./suite stop [<name>]        everything in order, or one part
              ./suite token --tenant <name or uuid> --role <role>
                  [--organization <name or uuid>] [--centers <a,b>] [--source-system <name>]
                  [--subject <name>] [--ttl 8h]
                                           print a signed development token
              ./suite redrive [--service <name>]
                                           let the services apply again what they parked; exit status 1
                                           if something is left
              ./suite backup <service> <file>
                                           the database of one service, as it stands now, into a file
              ./suite restore <service> <file> [--yes]
                                           back to what is in the file; shows who holds what is lost then
              ./suite reconcile [--repair] [--all]
                                           compare what the services hold of each other's events, and bring them
                                           back to what the producers have; exit status 1 if they differ; lists
                                           twenty of a kind, or all
              ./suite audit verify [--service <name>] [--heads <file>]
                                           check that no entry of the audit was changed, removed or added, of all
                                           tenants; exit status 1 if one was
              ./suite keys                 which keys wrap what
              ./suite keys rotate tenants|master|audit
                                           exchange the tenants' keys, the master key (restarts the services twice)
                                           or the audit's; say the same again where it was interrupted
              ./suite test [arguments]     build and test everything; arguments go to Maven
              ./suite test --full          then the proofs with real faults (Linux), --only R1,R2 … for some of them
              ./suite test --proofs        the proofs alone
              ./suite bench [names]        the benchmarks p1 p3 p4 p6 p7 p8 p10, --quick for a first look
              ./suite demo [case|all]      the demonstration against the running stack, or other programmes
              ./suite help

            Names: gateway, participants, programs, indicators, postgres, kafka.
            Roles: %s.
            Data, keys and logs are in .trayecto/, or in TRAYECTO_HOME. TRAYECTO_JAVA_HOME names a JDK,
            TRAYECTO_JAVA_OPTS replaces the options of the services' JVMs.
            """;

    private static final Set<String> SWITCHES =
            Set.of("detach", "fresh", "yes", "offline", "untrained", "repair", "all", "f", "follow", "help", "h");
    private static final List<String> VALUED =
            List.of("tenant", "role", "organization", "centers", "source-system", "subject", "ttl", "service", "heads");

    private Suite() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return dispatch(CommandLine.parse(arguments, SWITCHES, valued()));
        } catch (CommandLine.Misuse e) {
            System.err.println(e.getMessage() + " ./suite help tells more.");
            return 2;
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            System.err.println(sentence(e.getCause()));
        } catch (IOException e) {
            System.err.println(sentence(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static int dispatch(CommandLine line) throws IOException, InterruptedException {
        if (line.command().equals("help") || line.has("help") || line.has("h")) {
            Terminal.say(HELP.formatted(String.join(
                    ", ", Arrays.stream(Role.values()).map(Role::toString).toList())));
            return 0;
        }
        var session = Session.open(line, System.getenv());
        var parts = new PartCommands(session);
        return switch (line.command()) {
            case "run" -> new RunCommand(session).execute();
            case "status" -> parts.status();
            case "logs" -> parts.logs();
            case "start" -> parts.start();
            case "restart" -> parts.restart();
            case "stop" -> parts.stop();
            case "token" -> new TokenCommand(line, session.home()).execute();
            case "backup" -> new BackupCommands(session).backup();
            case "restore" -> new BackupCommands(session).restore();
            case "reconcile" -> new ReconcileCommand(line, session.home(), session.ports()).execute();
            case "audit" -> new AuditCommand(line, session.home(), session.ports()).execute();
            case "keys" -> new KeysCommand(line, session.home(), session.ports(), parts::restartRunning).execute();
            case "redrive" -> new RedriveCommand(line, session.home(), session.ports()).execute();
            default -> throw new CommandLine.Misuse("There is no command " + line.command() + ".");
        };
    }

    private static Set<String> valued() {
        var options = new HashSet<>(VALUED);
        Arrays.stream(PartName.values()).map(PartName::portOption).forEach(options::add);
        return options;
    }

    private static String sentence(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "No permission for " + denied.getFile() + ": it is another user's.";
        }
        return "Reading or writing failed: " + e.getMessage() + ".";
    }
}
