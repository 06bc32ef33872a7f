package mx.trayecto.bench.commits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import mx.trayecto.bench.ground.Cpu;
import mx.trayecto.bench.ground.Database;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Processes;
import mx.trayecto.bench.ground.Site;
import mx.trayecto.bench.ground.Written;
import mx.trayecto.bench.load.Women;
import mx.trayecto.local.PartName;

/** The same enrolments by pgbench, under the service's own role, in a database that nothing else works in. */
final class Reference {
    static final String DATABASE = "programs_reference";
    private static final String ROLE = "programs_runtime";

    private final Ground ground;
    private final Database database;
    private final Pgbench pgbench;
    private final Path script;
    private final Map<String, String> place;
    private final Map<String, String> tenant;

    /** @param kind {@code jdbc} for the loop over JDBC; empty for what there is */
    Reference(Ground ground, Site site, Script statements, String kind) {
        pgbench = kind.equals("jdbc") ? Pgbench.loop() : Pgbench.find();
        this.ground = ground;
        database = ground.database(DATABASE);
        place = Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(ground.stack().port(PartName.POSTGRES)),
                "PGUSER",
                ROLE,
                "PGPASSWORD",
                Processes.variable(ground.stack().pid(PartName.PROGRAMS), "TRAYECTO_POSTGRES_RUNTIME_PASSWORD"),
                "PGDATABASE",
                DATABASE);
        tenant = Map.of(
                "tenant", site.tenant().toString(),
                "cohorts", Integer.toString(site.cohorts().size()),
                "program", site.programme().id(),
                "center", site.center());
        script = ground.home().resolve("enrolment.pgbench");
        try {
            Files.writeString(script, statements.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return pgbench.version();
    }

    /** Adds what it came to. */
    void run(int clients, Duration time, Map<String, Object> told) {
        Written before = Written.in(database);
        Cpu server = new Cpu(Map.of("postgres", ground.stack().pid(PartName.POSTGRES)));
        Cpu client = new Cpu(Map.of("pgbench", ProcessHandle.current().pid()));
        Map<String, String> variables = new java.util.TreeMap<>(tenant);
        variables.put("first", Long.toString(firstFree()));
        variables.put("clients", Integer.toString(clients));
        variables.put("turn", "0");
        Processes.Machine machine = Processes.machine();
        Pgbench.Run run = pgbench.run(script, place, variables, clients, time);
        told.put("referenceStolen", machine.stolenSince());
        Written.in(database).requireSince(before, run.transactions(), "by pgbench");
        told.put("referencePerSecond", run.perSecond());
        told.put("referenceTransactions", run.transactions());
        told.put("referenceCpuMillis", 1e3 * Cpu.sum(server.read()) / run.transactions());
        told.put("pgbenchCpuMillis", 1e3 * Cpu.sum(client.read()) / run.transactions());
    }

    /** The number after those of all women enrolled so far. */
    private long firstFree() {
        return 1
                + database.number("SELECT coalesce(('x' || right(max(participant_id::text), 12))::bit(48)::bigint, 0)"
                        + " FROM enrollment WHERE participant_id::text LIKE '" + Women.ID_PREFIX + "%'");
    }
}
