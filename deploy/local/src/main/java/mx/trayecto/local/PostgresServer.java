package mx.trayecto.local;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL with its commits on disk before they are acknowledged, on the loopback address, with the services'
 * databases and roles. The data stay in the folder and are found again by the next start with the same passwords.
 */
public final class PostgresServer implements AutoCloseable {

    private final PostgresProgram program;
    private final Daemon daemon;

    private PostgresServer(PostgresProgram program, Daemon daemon) {
        this.program = program;
        this.daemon = daemon;
    }

    /**
     * Starts a server that ends with this JVM, and returns when its databases and roles are there.
     *
     * @param dataDir made if absent; the log is written beside it, with the ending {@code .log}
     * @param port 0 takes a free one
     */
    public static PostgresServer start(Path dataDir, int port, Passwords passwords) {
        return launch(dataDir, port, passwords);
    }

    static PostgresServer launch(Path dataDir, int port, RolePasswords passwords) {
        var folder = dataDir.toAbsolutePath();
        var log = folder.resolveSibling(folder.getFileName() + ".log");
        var program = new PostgresProgram(new PostgresDataDir(folder), Ports.orFree(port), () -> passwords);
        return new PostgresServer(program, program.launch(log, daemon -> daemon.endWithThisJvm(program.stopSignal())));
    }

    public int port() {
        return program.port();
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return Databases.url(port(), database);
    }

    Daemon daemon() {
        return daemon;
    }

    /** Ends the sessions and the server; the data stay. */
    @Override
    public void close() {
        daemon.stop(program.stopSignal(), Duration.ofSeconds(30));
    }
}
