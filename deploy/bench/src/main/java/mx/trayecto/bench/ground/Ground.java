package mx.trayecto.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.stack.Replica;
import mx.trayecto.proof.stack.Stack;
import mx.trayecto.proof.stack.SuiteScript;

/** Where everything is measured: the whole suite with a home and ports of its own. */
public final class Ground implements AutoCloseable {
    /** The limit per client is far above what one machine does, but still counted. */
    private static final Map<String, String> SETTINGS = Map.of(
            "TRAYECTO_GATEWAY_LIMITS_WRITES_REQUESTS", "1000000",
            "TRAYECTO_GATEWAY_LIMITS_READS_REQUESTS", "1000000");

    private final Stack stack;
    private final SuiteScript suite;
    private final Path home;
    private final int women;
    private final int cohorts;
    private Site site;
    private int replicas;

    public Ground(Path root, Path home, int firstPort, int women, int cohorts) {
        this.home = home;
        this.women = women;
        this.cohorts = cohorts;
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        suite = new SuiteScript(root, home, firstPort, SETTINGS);
        stack = new Stack(suite);
    }

    public Stack stack() {
        return stack;
    }

    public SuiteScript suite() {
        return suite;
    }

    public Path home() {
        return home;
    }

    /** A new stack without data, and nothing done with it yet. */
    public void fresh() {
        site = null;
        stack.run();
    }

    /** Whether something was measured on this stack already. */
    public boolean used() {
        return site != null;
    }

    /** The place of the enrolments; made when first asked for, on a new stack where none runs. */
    public Site site() {
        if (site == null) {
            if (suite.status("status") != 0) {
                fresh();
            }
            site = Site.setUp(stack, home, women, cohorts);
        }
        return site;
    }

    public Database database(String name) {
        return new Database(stack, name);
    }

    /** Copies of the programmes' database; its service is away for that moment. */
    public void copyPrograms(List<String> names) {
        stack.stop(PartName.PROGRAMS);
        names.forEach(name -> copy("programs", name));
        stack.start(PartName.PROGRAMS);
    }

    /** A copy of a database that nobody is connected to. */
    public void copy(String database, String name) {
        database("postgres")
                .execute(
                        "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                        "CREATE DATABASE " + name + " TEMPLATE " + database + " OWNER " + database + "_owner");
    }

    /** Starts a service with further settings, which hold until it is started again. */
    public void start(PartName part, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(suite.settings());
        settings.putAll(changes);
        new SuiteScript(suite.root(), home, suite.firstPort(), settings).run("start", part.toString());
    }

    /** A second process of a service; ends with this ground at the latest. */
    public Replica replica(PartName part, Map<String, String> changes) {
        return stack.replica(part, stack.sparePort(replicas++), changes).start();
    }

    /** A programmes' service on a copy of the database, behind a gateway of its own; nobody hears of its events. */
    public Aside aside(String database) {
        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                stack.databaseUrl(database),
                "QUARKUS_DATASOURCE_WORKER_JDBC_URL",
                stack.databaseUrl(database),
                "TRAYECTO_OUTBOX_RELAY",
                "false",
                "TRAYECTO_INBOX_CONSUME",
                "false");
        Replica programs = replica(PartName.PROGRAMS, settings);
        Replica gateway = replica(
                PartName.GATEWAY,
                Map.of("TRAYECTO_GATEWAY_PROGRAMS_URL", programs.url().toString()));
        return new Aside(programs, gateway);
    }

    /** A service beside the suite's, and its door. */
    public record Aside(Replica programs, Replica gateway) implements AutoCloseable {
        public URI url() {
            return gateway.url();
        }

        @Override
        public void close() {
            gateway.close();
            programs.close();
        }
    }

    /** All processes of the suite by name. */
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (PartName part : PartName.values()) {
            processes.put(part.toString(), stack.pid(part));
        }
        return processes;
    }

    /** Until no event is under way. */
    public void settle() {
        published("participants");
        published("programs");
        Patience.until("all enrolments counted", Duration.ofMinutes(3), () -> behind() == 0);
    }

    /** Enrolments that indicators has not heard of yet. */
    public long behind() {
        return database("programs").number("SELECT count(*) FROM enrollment WHERE status = 'ENROLLED'")
                - database("indicators").number("SELECT count(*) FROM fact WHERE kind = 'enrolled'");
    }

    /** Until a service's events have all left it. */
    public void published(String name) {
        Patience.until(
                "all events of " + name + " published",
                Duration.ofMinutes(3),
                () -> database(name).number("SELECT count(*) FROM outbox WHERE published_at IS NULL") == 0);
    }

    @Override
    public void close() {
        stack.close();
    }
}
