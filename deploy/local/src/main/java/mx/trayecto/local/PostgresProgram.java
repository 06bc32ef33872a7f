package mx.trayecto.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** PostgreSQL on one folder and one port. */
record PostgresProgram(PostgresDataDir data, int port, Supplier<RolePasswords> passwords) implements Program {

    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "shared_preload_libraries=pg_stat_statements",
            "password_encryption=scram-sha-256",
            "listen_addresses=" + Ports.LOOPBACK,
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            // What is in the rows is never in the log: no DETAIL lines, no text of failed statements.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String mark() {
        return "-D " + data.path();
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(PostgresAccount.choose().prefix());
        command.addAll(List.of(
                binaries().resolve("bin/postgres").toString(),
                "-D",
                data.path().toString(),
                "-p",
                Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /** Fast shutdown: it ends open sessions instead of waiting for them. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    /** Long, for the repair after a crash. */
    @Override
    public Duration startPatience() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void prepare() {
        data.removeUnfinished();
        data.initializeOnce(
                binaries(), PostgresAccount.choose(), passwords.get().superuser());
        data.removeLockHeldByStranger();
    }

    @Override
    public boolean ready(Daemon daemon) {
        return data.ready(daemon.pid());
    }

    @Override
    public void opened() {
        new Databases(port, passwords.get()).prepare();
    }

    /** Sessions of a server killed a moment ago may still be ending; until then they hold its shared memory. */
    @Override
    public boolean passing(String lastWords) {
        return lastWords.contains("is still in use");
    }

    private static Path binaries() {
        return PostgresBinaries.unpacked(Checkout.find());
    }
}
