package mx.trayecto.proof.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.Report;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Api.Reply;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.Stack;

/** R11: one part away at a time; what does not need it goes on, what does says so at once. */
final class Outages implements Fault {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Stack stack;
    private final Options options;
    private final Path target;

    Outages(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        try (Trial trial = new Trial(stack, options, target, "R11")) {
            try (Load journeys = trial.journeys();
                    Load hot = trial.hot(options.number("clients"))) {
                goesOn(trial, PartName.KAFKA);
                Report.progress("R11", 1, 3, trial.writer().acknowledged());
                goesOn(trial, PartName.INDICATORS);
                Report.progress("R11", 2, 3, trial.writer().acknowledged());
                refusedAtOnce(trial);
                Report.progress("R11", 3, 3, trial.writer().acknowledged());
            }
            trial.verify();
            return trial.outcome("R11", "broker, indicators, programs away", 3);
        }
    }

    /** Writes are acknowledged while it is away; that their events follow, the checks at the end tell. */
    private void goesOn(Trial trial, PartName away) {
        stack.stop(away);
        long before = trial.writer().acknowledged();
        Patience.pause(options.seconds("outage-s"));
        long written = trial.writer().acknowledged() - before;
        trial.findings().note("writes while " + away + " was away", written);
        trial.expect("nothing was written while " + away + " was away", () -> written > 0);
        stack.start(away);
    }

    private void refusedAtOnce(Trial trial) {
        stack.stop(PartName.PROGRAMS);
        Api coordinator = trial.writer().api();
        long started = System.nanoTime();
        Reply reply = get(coordinator, "/v1/programs");
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        trial.findings().note("ms to the refusal", took.toMillis());
        trial.expect(
                "programs away was answered with " + reply.status() + " after " + took.toMillis() + " ms",
                () -> reply.status() == 503 && took.compareTo(AT_ONCE) < 0);
        trial.expect("the refusal does not say when to try again", () -> reply.header("Retry-After") != null);
        trial.expect(
                "programs away takes participants with it",
                () -> get(coordinator, "/v1/participants?limit=1").status() == 200);
        trial.expect(
                "programs away takes figures with it",
                () -> !trial.figures().byCohort().isEmpty());
        stack.start(PartName.PROGRAMS);
    }

    private static Reply get(Api api, String path) {
        try {
            return api.get(path);
        } catch (IOException e) {
            throw new ProofFailure(path + " could not be reached", e);
        }
    }
}
