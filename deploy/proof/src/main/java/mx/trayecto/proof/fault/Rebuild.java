package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.Report;
import mx.trayecto.proof.check.FigureCheck;
import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.check.Stored;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.Replica;
import mx.trayecto.proof.stack.Stack;

/**
 * R4: a second, empty indicators database built from the beginning of the topics beside the running one, by a process
 * that is killed in the middle, while the load goes on; at rest both read the same.
 */
final class Rebuild implements Fault {
    private static final String ANEW = "indicators_anew";
    private static final Duration TO_REST = Duration.ofMinutes(4);

    private final Stack stack;
    private final Options options;
    private final Path target;

    Rebuild(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        int kills = options.number("rebuild-kills");
        makeDatabase();
        Quiet quiet = new Quiet(stack);
        Replica builder = stack.replica(PartName.INDICATORS, stack.sparePort(2), elsewhere());
        try (Trial trial = new Trial(stack, options, target, "R4")) {
            try (Load load = trial.journeys()) {
                for (int n = 0; n < kills; n++) {
                    builder.launch();
                    Patience.until("the rebuild under way", Duration.ofMinutes(2), () -> quiet.applied(ANEW) > 0);
                    builder.kill();
                    trial.findings().note("events rebuilt at the kill", quiet.applied(ANEW));
                }
                builder.start();
                Report.progress("R4", kills, kills, trial.writer().acknowledged());
            }
            trial.verify();
            compare(trial);
            return trial.outcome("R4", "rebuilt beside the live one, killed", kills);
        } finally {
            builder.close();
        }
    }

    private Map<String, String> elsewhere() {
        String url = stack.databaseUrl(ANEW);
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_WORKER_JDBC_URL",
                url,
                "TRAYECTO_INBOX_GROUP",
                "indicators-anew",
                // two relays of one name with a lock each in a database of its own would fence each other's producer
                "TRAYECTO_OUTBOX_RELAY",
                "false");
    }

    private void makeDatabase() {
        try (Connection connection = stack.database("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + ANEW + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + ANEW + " OWNER indicators_owner");
        } catch (SQLException e) {
            throw new ProofFailure("the second database cannot be made: " + e.getMessage(), e);
        }
    }

    private void compare(Trial trial) {
        if (!Patience.within(TO_REST, () -> new Quiet(stack).consumed(ANEW))) {
            trial.findings().add(Kind.BROKEN, "the rebuild did not reach the ends of the topics");
        }
        try (Connection live = stack.database("indicators");
                Connection anew = stack.database(ANEW)) {
            Stored lived = Stored.read(live);
            Stored rebuilt = Stored.read(anew);
            FigureCheck check = new FigureCheck(trial.findings());
            check.same("rebuilt fact", lived.facts(), rebuilt.facts());
            check.same("rebuilt cell", lived.cells(), rebuilt.cells());
            trial.findings().note("rebuilt cells compared", rebuilt.cells().size());
        } catch (SQLException e) {
            throw new ProofFailure("a database cannot be read: " + e.getMessage(), e);
        }
    }
}
