package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.Report;
import mx.trayecto.proof.check.Reconciled;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.load.Programme;
import mx.trayecto.proof.load.Writer;
import mx.trayecto.proof.stack.Stack;
import mx.trayecto.proof.stack.SuiteScript.Answer;

/**
 * R12: programs-service is put back to an older state, while the others hold what they have applied of the time that is
 * lost then, one of them killed in it: women enrolled and others gone away, records changed, a programme set up, a centre
 * corrected. The end of it they read only when it is being repaired. It has to be told, and once repaired to be as if it
 * had never been, also for those who write on.
 */
final class Restores implements Fault {
    private static final PartName RESTORED = PartName.PROGRAMS;
    private static final List<PartName> READERS = List.of(PartName.PARTICIPANTS, PartName.INDICATORS);
    private static final Duration SPELL = Duration.ofSeconds(6);
    private static final Duration CATCHING_UP = Duration.ofSeconds(4);

    private final Stack stack;
    private final Options options;
    private final Path target;
    private int spells;

    Restores(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target.toAbsolutePath();
    }

    @Override
    public Outcome prove() {
        int restores = options.number("restores");
        try (Trial trial = new Trial(stack, options, target, "R12")) {
            List<String> women = Load.hotEnrollments(
                    trial.writer(), trial.programme(), Math.max(4, options.number("hot")), options.seed());
            for (int n = 1; n <= restores; n++) {
                write(trial, trial.writer(), women, () -> {});
                List<LateConsumer> late = restore(trial, women, target.resolve("R12-" + n + ".zip"), n);
                reconcile(trial, late);
                Report.progress("R12", n, restores, trial.writer().acknowledged());
            }
            write(trial, trial.writer(), women, () -> {});
            trial.findings()
                    .note(
                            "aggregates repaired",
                            number("SELECT sum((details ->> 'aggregates')::int)"
                                    + " FROM audit_entry WHERE action = 'reconcile'"));
            trial.verify();
            return trial.outcome("R12", RESTORED + " restored to an older state", restores);
        }
    }

    /** Clients take new women through, and all write about the same few as well. */
    private void write(Trial trial, Writer writer, List<String> women, Runnable meanwhile) {
        long seed = options.seed() + 1_000L * spells++;
        int clients = options.number("clients");
        try (Load journeys = Load.journeys(writer, trial.programme(), clients, options.pace(), seed);
                Load hot = Load.hot(writer, trial.programme(), women, clients, options.pace(), seed)) {
            Patience.pause(SPELL);
            meanwhile.run();
        }
    }

    /** @return those who have read nothing of the end of the lost time, and may yet */
    private List<LateConsumer> restore(Trial trial, List<String> women, Path backup, int n) {
        trial.rest();
        stack.backup(RESTORED, backup);
        long epoch = epoch();
        Writer lost = trial.lose(RESTORED).writer();
        write(trial, lost, women, () -> {
            stack.kill(PartName.INDICATORS);
            stack.start(PartName.INDICATORS);
        });
        trial.rest();
        List<LateConsumer> late = READERS.stream()
                .map(reader -> new LateConsumer(stack, reader.toString()))
                .toList();
        Load.withdraw(lost, trial.programme(), women.subList(0, women.size() / 4));
        Programme.setUp(lost, "R12-" + n);
        trial.programme().correctCenter(lost, "14097", "2023-03-01");
        stack.restore(RESTORED, backup);
        trial.expect("the epoch of the events did not rise", () -> epoch() > epoch);
        return late;
    }

    private void reconcile(Trial trial, List<LateConsumer> late) {
        Answer differing = stack.reconcile();
        Reconciled found = Reconciled.of(differing.told());
        trial.findings().note("found ahead", found.ahead());
        trial.findings().note("found unknown", found.unknown());
        trial.expect(
                "reconcile did not find what was lost, status " + differing.status() + ", " + found,
                () -> differing.status() == 1 && found.ahead() > 0 && found.unknown() > 0);
        late.forEach(consumer -> consumer.catchUpAfter(CATCHING_UP));
        if (!Damage.named(options.text("damage")).contains(Damage.SKIP_REPAIR)) {
            int repaired = stack.reconcile("--repair").status();
            trial.expect("the repair ended with status " + repaired, () -> repaired == 0);
        }
        Answer after = stack.reconcile();
        trial.expect(
                "after the repair reconcile still finds " + Reconciled.of(after.told()), () -> after.status() == 0);
    }

    private long epoch() {
        return number("SELECT epoch FROM producer_epoch");
    }

    private long number(String query) {
        try (Connection connection = stack.database(RESTORED.toString());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new ProofFailure(RESTORED + " cannot be read: " + e.getMessage(), e);
        }
    }
}
