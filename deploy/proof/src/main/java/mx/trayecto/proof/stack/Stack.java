package mx.trayecto.proof.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import mx.trayecto.proof.ProofFailure;

/**
 * The whole suite as processes of its own, on a folder and ports of its own, started and started again by the same
 * commands as a person gives.
 */
public final class Stack implements AutoCloseable {
    private final Path root;
    private final Path home;
    private final Map<PartName, Integer> ports = new EnumMap<>(PartName.class);
    private final Map<String, String> settings;
    private final List<Replica> replicas = new ArrayList<>();

    /**
     * @param root the checkout, built
     * @param firstPort the first of six
     * @param settings further environment of the services
     */
    public Stack(Path root, Path home, int firstPort, Map<String, String> settings) {
        this.root = root;
        this.home = home;
        this.settings = settings;
        for (PartName part : PartName.values()) {
            ports.put(part, firstPort + part.ordinal());
        }
    }

    /** Returns when everything is ready; what an earlier run has left there is dropped. */
    public void run() {
        suite("stop");
        suite("run", "--detach", "--offline", "--fresh", "--yes");
    }

    /** One of the sabotages draws ids itself, which its role may not. */
    public void allowSabotage() {
        if (settings.isEmpty()) {
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
        suite("start", part.toString());
    }

    public void stop(PartName part) {
        suite("stop", part.toString());
    }

    public void kill(PartName part) {
        Signals.kill(pid(part));
    }

    public long pid(PartName part) {
        try {
            return Long.parseLong(
                    Files.readString(home.resolve("run").resolve(part + ".pid")).strip());
        } catch (IOException e) {
            throw new ProofFailure(part + " does not run", e);
        }
    }

    public int port(PartName part) {
        return ports.get(part);
    }

    public URI url(PartName part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    public Path log(PartName part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    public String brokers() {
        return "127.0.0.1:" + port(PartName.KAFKA);
    }

    /** A token as the suite's own command prints it. */
    public String token(String tenant, String role) {
        return suite("token", "--tenant", tenant, "--role", role, "--ttl", "8h").strip();
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
        Replica replica =
                Replica.of(pid(part), port, changes, home.resolve("logs").resolve(part + "-" + port + ".log"));
        replicas.add(replica);
        return replica;
    }

    /** A port beside those of the six. */
    public int sparePort(int n) {
        return ports.get(PartName.GATEWAY) + PartName.values().length + n;
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        suite("stop");
    }

    /** What the command printed on its standard output. */
    private String suite(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtrayecto.root=" + root,
                "--class-path",
                root.resolve("deploy/local/target/classes") + ":" + root.resolve("deploy/local/target/lib") + "/*",
                "mx.trayecto.local.Suite"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TRAYECTO_HOME", home.toString());
        ports.forEach((part, port) -> builder.environment().put(part.portVariable(), port.toString()));
        builder.environment().putAll(settings);
        try {
            Files.createDirectories(home);
            builder.redirectError(
                    ProcessBuilder.Redirect.appendTo(home.resolve("suite.log").toFile()));
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 && !arguments[0].equals("stop")) {
                throw new ProofFailure("suite " + String.join(" ", arguments) + " failed: " + printed + ", see "
                        + home.resolve("suite.log"));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }

    private String secret(String name) {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("keys/secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }
}
