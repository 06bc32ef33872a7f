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
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.Replica;
import mx.trayecto.proof.stack.Signals;
import mx.trayecto.proof.stack.Stack;

/**
 * R3: figures count every event once, while a second replica of indicators-service comes, goes and dies, the first is
 * stopped for so long that its partitions are given away, an operator sets topics back to their beginnings, the first is
 * killed while it catches up, and older events are delivered once more.
 */
final class Consumers implements Fault {
    private static final Duration BACKLOG = Duration.ofSeconds(8);
    private static final Duration READ = Duration.ofMinutes(3);
    private static final String DATABASE = "indicators";

    private final Stack stack;
    private final Options options;
    private final Path target;
    private final Quiet quiet;

    Consumers(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
        quiet = new Quiet(stack);
    }

    @Override
    public Outcome prove() {
        int rebalances = options.number("rebalances");
        Replica second = stack.replica(PartName.INDICATORS, stack.sparePort(1), Map.of());
        try (Trial trial = new Trial(stack, options, target, "R3")) {
            try (Load load = trial.journeys()) {
                for (int n = 0; n < rebalances; n++) {
                    second.start();
                    Patience.pause(Duration.ofSeconds(2));
                    if (n % 2 == 0) {
                        second.kill();
                    } else {
                        second.close();
                    }
                    Report.progress("R3", n + 1, rebalances + 3, trial.writer().acknowledged());
                }
                second.start();
                pauseFirst();
                Report.progress(
                        "R3", rebalances + 1, rebalances + 3, trial.writer().acknowledged());
                replay(second);
                Report.progress(
                        "R3", rebalances + 2, rebalances + 3, trial.writer().acknowledged());
                second.close();
                killBehind();
                int again = Repetition.of(stack.brokers(), trial.tenant());
                trial.expect("there was nothing to repeat", () -> again > 0);
                Patience.pause(Duration.ofSeconds(5));
                Report.progress(
                        "R3", rebalances + 3, rebalances + 3, trial.writer().acknowledged());
            }
            trial.verify();
            return trial.outcome(
                    "R3",
                    "paused %d s, replayed, killed, doubled".formatted(options.number("pause-s")),
                    rebalances + 3);
        } finally {
            second.close();
        }
    }

    /** Killed while it catches up. Comes after the replay, since reading all of it again would mend what this has lost. */
    private void killBehind() {
        long first = stack.pid(PartName.INDICATORS);
        Signals.stop(first);
        long read = quiet.applied(DATABASE);
        try {
            Patience.pause(BACKLOG);
        } finally {
            Signals.resume(first);
        }
        Patience.until("indicators catching up", READ, () -> quiet.applied(DATABASE) > read);
        stack.kill(PartName.INDICATORS);
        stack.start(PartName.INDICATORS);
    }

    /** Its session ends meanwhile, the second reads on, and then it wakes up in the middle of what it did. */
    private void pauseFirst() {
        long first = stack.pid(PartName.INDICATORS);
        Signals.stop(first);
        try {
            Patience.pause(options.seconds("pause-s"));
        } finally {
            Signals.resume(first);
        }
    }

    /**
     * With nobody reading, offsets are set back to the beginning and sequences kept; then everything is read again, by
     * one and soon by two.
     */
    private void replay(Replica second) {
        second.close();
        long read = quiet.applied(DATABASE);
        stack.kill(PartName.INDICATORS);
        try (Connection connection = stack.database(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE inbox_offset SET next_offset = 0");
        } catch (SQLException e) {
            throw new ProofFailure("offsets could not be set back: " + e.getMessage(), e);
        }
        stack.start(PartName.INDICATORS);
        second.start();
        Patience.until("everything read again", READ, () -> quiet.applied(DATABASE) >= read);
    }
}
