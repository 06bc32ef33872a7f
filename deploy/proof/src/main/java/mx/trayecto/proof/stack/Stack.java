package mx.trayecto.proof.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;

/**
 * The whole suite as processes of its own, on a folder and ports of its own, started and started again by the same
 * commands as a person gives.
 */
public final class Stack implements AutoCloseable {
    private final SuiteScript suite;
    private final List<Replica> replicas = new ArrayList<>();

    public Stack(SuiteScript suite) {
        this.suite = suite;
    }

    /** Returns when everything is ready; what an earlier run has left there is dropped. */
    public void run() {
        suite.status("stop");
        suite.run("run", "--detach", "--offline", "--fresh", "--yes");
    }

    /** One of the sabotages draws ids itself, which its role may not. */
    public void allowSabotage() {
        if (suite.settings().isEmpty()) {
            return;
        }
        for (String owner : List.of("participants", "programs", "indicators")) {
            try (Connection connection = database(owner);
                    var statement = connection.createStatement()) {
                statement.execute("GRANT USAGE ON SEQUENCE outbox_id_seq TO " + owner + "_runtime");
            } catch (SQLException e) {
                throw new ProofFailure("the sabotage could not be prepared: " + e.getMessage(), e);
            }
        }
    }

    public void start(PartName part) {
        suite.run("start", part.toString());
    }

    public void stop(PartName part) {
        suite.run("stop", part.toString());
    }

    public void kill(PartName part) {
        Signals.kill(pid(part));
    }

    /** The rows of a service's database, as they stand now, into a file in place of the one that is there. */
    public void backup(PartName service, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        suite.run("backup", service.toString(), file.toString());
    }

    /** Returns when the service runs again. */
    public void restore(PartName service, Path file) {
        suite.run("restore", service.toString(), file.toString(), "--yes");
    }

    /** @param options such as {@code --repair} */
    public SuiteScript.Answer reconcile(String... options) {
        return suite.answer(
                Stream.concat(Stream.of("reconcile"), Stream.of(options)).toArray(String[]::new));
    }

    public long pid(PartName part) {
        try {
            return Long.parseLong(Files.readString(suite.home().resolve("run").resolve(part + ".pid"))
                    .strip());
        } catch (IOException e) {
            throw new ProofFailure(part + " does not run", e);
        }
    }

    public int port(PartName part) {
        return suite.port(part);
    }

    public URI url(PartName part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    public Path log(PartName part) {
        return suite.home().resolve("logs").resolve(part + ".log");
    }

    public String brokers() {
        return "127.0.0.1:" + port(PartName.KAFKA);
    }

    /** A token as the suite's own command prints it. */
    public String token(String tenant, String role) {
        return suite.told("token", "--tenant", tenant, "--role", role, "--ttl", "8h")
                .strip();
    }

    /** As superuser: sees all tenants and may do anything. */
    public Connection database(String name) throws SQLException {
        Properties login = new Properties();
        login.put("user", "postgres");
        login.put("password", secret("postgres.superuser"));
        login.put("connectTimeout", "5");
        return DriverManager.getConnection(databaseUrl(name), login);
    }

    public String databaseUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port(PartName.POSTGRES) + "/" + name;
    }

    /** A second process like the part's own, but for the given settings; ends with this stack at the latest. */
    public Replica replica(PartName part, int port, Map<String, String> changes) {
        Replica replica = Replica.of(
                pid(part), port, changes, suite.home().resolve("logs").resolve(part + "-" + port + ".log"));
        replicas.add(replica);
        return replica;
    }

    /** A port beside those of the six. */
    public int sparePort(int n) {
        return suite.firstPort() + PartName.values().length + n;
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        suite.status("stop");
    }

    private String secret(String name) {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(suite.home().resolve("keys/secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }
}
