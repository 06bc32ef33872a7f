package mx.trayecto.local;

import java.util.List;
import java.util.function.Consumer;

/**
 * {@code keys}: tells which keys wrap what, and exchanges them. Each portion of an exchange is whole by itself; who is
 * killed in the midst of one goes on by saying the same again. The services read and write meanwhile, except that an
 * exchange of the master key restarts them twice.
 *
 * @param restart stops those that run among the given services, and starts them with the secrets as they are now
 */
record KeysCommand(CommandLine line, Home home, PortTable ports, Consumer<List<PartName>> restart) {

    private static final String PATH = "/internal/keys";

    int execute() {
        return switch (String.join(" ", line.words())) {
            case "" -> status();
            case "rotate tenants" -> tenants();
            case "rotate master" -> master();
            case "rotate audit" -> audit();
            default ->
                throw new CommandLine.Misuse("Say ./suite keys, or ./suite keys rotate master, tenants or audit.");
        };
    }

    private int status() {
        var status = service().get(PATH);
        Terminal.say(
                "master key in use:       %s".formatted(status.path("master").asText("the first, never exchanged")));
        Terminal.say("  keys not wrapped with it: %d"
                .formatted(status.path("otherwise").asLong()));
        Terminal.say("tenants with a key:      %d, being exchanged: %d"
                .formatted(
                        status.path("tenants").asLong(), status.path("changing").asLong()));
        Terminal.say("  persons' keys left to wrap anew: %d"
                .formatted(status.path("left").asLong()));
        Terminal.say(
                "persons' keys destroyed: %d".formatted(status.path("destroyed").asLong()));
        Terminal.say(
                "keys of the audit:       %d".formatted(status.path("auditKeys").asLong()));
        return 0;
    }

    /** New keys for all tenants; the old ones are destroyed as soon as they wrap nothing any more. */
    private int tenants() {
        var done = repeat("/tenants?begin=true", "/tenants?begin=false");
        Terminal.say("Every tenant has a new key: %d persons' keys were wrapped anew, the old keys are destroyed."
                .formatted(done));
        return 0;
    }

    /** Every service has to have both before anything is wrapped with the new one, and may lack the old one only then. */
    private int master() {
        Secrets.prepareNextMaster(home);
        Terminal.say("The services get the next master key beside the present one.");
        restart.accept(ReconcileCommand.SERVICES);
        var done = repeat("/master", "/master");
        for (var service : ReconcileCommand.SERVICES) {
            var status = operations(service).get(PATH);
            var given = status.path("given");
            if (given.size() != 2
                    || !given.path(1).asText().equals(status.path("master").asText(""))) {
                throw new LocalStackException(service + " does not have the next master key: see ./suite logs "
                        + service + ", then say the same again.");
            }
        }
        var retired = Secrets.adoptNextMaster(home);
        Terminal.say("%d keys were wrapped anew. The services go on with the new master key alone.".formatted(done));
        restart.accept(ReconcileCommand.SERVICES);
        Terminal.say(("The old one is in %s. Nothing needs it but backups of the key store from before: destroy it once"
                        + " those have lapsed.")
                .formatted(retired));
        return 0;
    }

    private int audit() {
        var status = service().post(PATH + "/audit", null);
        Terminal.say("The audit is marked with a new key from now on, within a minute; there are %d, and all are kept."
                .formatted(status.path("auditKeys").asLong()));
        return 0;
    }

    private long repeat(String first, String next) {
        var operations = service();
        var portion = operations.post(PATH + first, null);
        var done = portion.path("done").asLong();
        while (portion.path("left").asLong() > 0) {
            Terminal.say("  %d keys wrapped anew, %d left"
                    .formatted(done, portion.path("left").asLong()));
            if (portion.path("done").asLong() == 0) {
                Daemon.pause(); // another process has in hand what is left
            }
            portion = operations.post(PATH + next, null);
            done += portion.path("done").asLong();
        }
        return done;
    }

    /** The key store is everybody's, whoever is asked. */
    private Operations service() {
        return operations(PartName.PARTICIPANTS);
    }

    private Operations operations(PartName service) {
        return new Operations(service, ports.of(service), Operations.token(home, "keys"));
    }
}
