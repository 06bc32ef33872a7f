package mx.trayecto.local;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code backup} and {@code restore}: the database of one service, to a file and back. Kafka and the keys stay as they are. */
record BackupCommands(Session session) {

    /** How long the server may take to notice that a stopped service's connections are gone. */
    private static final Duration PARTING = Duration.ofSeconds(20);

    /** The service may run meanwhile: the file has its rows as they stood at one moment. */
    int backup() throws IOException {
        var service = service();
        var file = file();
        if (Files.exists(file)) {
            throw new LocalStackException(file + " exists: choose another name.");
        }
        // made readable for its owner alone, and there as a whole or not at all
        var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "backup", "");
        try (var connection = connect(service)) {
            int tables;
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                tables = new DatabaseDump(connection).write(out);
            }
            connection.commit();
            Files.createLink(file, unfinished);
            Terminal.say("%s: %d tables are in %s (%d kB).".formatted(service, tables, file, Files.size(file) / 1024));
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new LocalStackException(file + " exists: choose another name.", e);
        } catch (SQLException e) {
            throw fault(service, e);
        } finally {
            Files.delete(unfinished);
        }
    }

    /** Stops the service, puts its rows back, raises the epoch of its events, starts it, and shows who differs now. */
    int restore() throws IOException {
        var service = service();
        var file = file();
        if (!Files.isReadable(file)) {
            throw new LocalStackException("There is no file " + file + " that can be read.");
        }
        if (!session.line().has("yes")
                && !Terminal.confirmed("Put the database of " + service + " back to what is in " + file
                        + "? What was written since is lost.")) {
            Terminal.say("Nothing was restored.");
            return 1;
        }
        try (var lock = ChangeLock.take(session.home())) {
            var ran = !session.stack().notRunning().contains(service);
            session.stack().stop(List.of(service));
            try {
                var epoch = restore(service, file);
                Terminal.say("%s: restored from %s; its events go on in epoch %d.".formatted(service, file, epoch));
            } finally {
                if (ran) {
                    session.stack().start(List.of(service));
                }
            }
        }
        Terminal.say("What the other services hold of the lost time:");
        return new ReconcileCommand(session.line(), session.home(), session.ports()).execute() == 0 ? 0 : told();
    }

    /** It is restored; that others differ then is to be expected. */
    private static int told() {
        Terminal.say("./suite reconcile --repair brings them back to what is restored.");
        return 0;
    }

    private int restore(PartName service, Path file) throws IOException {
        try (var connection = connect(service);
                var in = new BufferedInputStream(Files.newInputStream(file))) {
            alone(connection, service);
            var epoch = new DatabaseDump(connection).load(in);
            connection.commit();
            return epoch;
        } catch (SQLException e) {
            throw fault(service, e);
        }
    }

    /** A process that goes on writing would mix what is lost with what is restored. */
    private static void alone(Connection connection, PartName service) throws SQLException {
        var until = Instant.now().plus(PARTING);
        while (true) {
            try (var select = connection.createStatement();
                    var row = select.executeQuery("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                            + " AND backend_type = 'client backend'")) {
                row.next();
                if (row.getInt(1) == 0) {
                    return;
                }
            }
            if (Instant.now().isAfter(until)) {
                throw new LocalStackException("Something else is connected to the database of " + service
                        + ", such as another process of it: end that first. Nothing was restored.");
            }
            connection.commit(); // or the next look would see what the first saw
            Daemon.pause();
        }
    }

    private PartName service() {
        if (session.line().words().size() != 2) {
            throw new CommandLine.Misuse(
                    "Say ./suite %s <service> <file>.".formatted(session.line().command()));
        }
        var service = PartName.of(session.line().words().getFirst());
        if (!ReconcileCommand.SERVICES.contains(service)) {
            throw new CommandLine.Misuse("The part " + service + " has no database of its own to keep, only "
                    + Terminal.list(ReconcileCommand.SERVICES) + " have.");
        }
        return service;
    }

    private Path file() {
        return Path.of(session.line().words().getLast());
    }

    private Connection connect(PartName service) throws SQLException {
        var connection = Databases.connect(
                session.ports().of(PartName.POSTGRES),
                service.toString(),
                Secrets.of(session.home()).passwords().superuser());
        connection.setAutoCommit(false);
        return connection;
    }

    private static LocalStackException fault(PartName service, SQLException e) {
        return new LocalStackException("The database of %s cannot be used: %s".formatted(service, e.getMessage()), e);
    }
}
