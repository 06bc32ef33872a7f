package mx.trayecto.proof.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api.Reply;
import mx.trayecto.proof.load.Asking;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.Signals;
import mx.trayecto.proof.stack.Stack;

/**
 * What a woman is handed who asks what is held of her: two services' data in one archive, or none while one of them is away.
 */
final class Archives implements Fault {
    private static final Duration BACK = Duration.ofMinutes(1);

    private final Stack stack;
    private final Options options;
    private final Path target;

    Archives(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        try (Trial trial = new Trial(stack, options, target, "access")) {
            try (Load load = trial.journeys()) {
                Asking woman = Asking.granted(
                        trial.writer(),
                        trial.programme(),
                        trial.writer().api().as(trial.token("protection-officer")),
                        options.seed());
                trial.expect("the archive does not tell that she was there", () -> told(woman));
                long programs = stack.pid(PartName.PROGRAMS);
                Signals.stop(programs);
                refused(trial, woman, "hanging");
                Signals.resume(programs);
                trial.expect("there is no archive once programs goes on", () -> toldAgain(woman));
                stack.stop(PartName.PROGRAMS);
                refused(trial, woman, "away");
                stack.start(PartName.PROGRAMS);
                trial.expect("there is no archive once programs is back", () -> toldAgain(woman));
            }
            trial.verify();
            return trial.outcome("access", "programs hanging, then away, as an archive is asked for", 2);
        }
    }

    private static boolean told(Asking woman) {
        try {
            return woman.archiveTellsSheWasThere();
        } catch (IOException e) {
            throw new ProofFailure("the archive could not be had", e);
        }
    }

    private static boolean toldAgain(Asking woman) {
        return Patience.within(BACK, woman::archiveTellsSheWasThere);
    }

    private static void refused(Trial trial, Asking woman, String programs) {
        try {
            Reply refusal = woman.refusal();
            trial.expect(
                    "with programs " + programs + " the archive was answered with " + refusal.status() + " "
                            + refusal.code(),
                    () -> refusal.status() == 503
                            && refusal.code().equals("elsewhere-unavailable")
                            && refusal.header("Retry-After") != null);
        } catch (IOException e) {
            throw new ProofFailure("the archive could not be asked for", e);
        }
    }
}
