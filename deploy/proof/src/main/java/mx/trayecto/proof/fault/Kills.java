package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.Report;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.Stack;

/**
 * R1: each of the six processes killed in turn under load, started again after a random time. Every fifth time the broker
 * goes down first and a second process with it, so that events are left half-way.
 */
final class Kills implements Fault {
    private static final PartName[] PARTS = PartName.values();

    /** What has to be acknowledged since the last kill, so that the next one meets a suite at work. */
    private static final int AT_WORK = 100;

    private static final Duration UNTIL_AT_WORK = Duration.ofMinutes(4);
    private static final PartName[] PRODUCERS = {PartName.PROGRAMS, PartName.PARTICIPANTS, PartName.INDICATORS};

    private final Stack stack;
    private final Options options;
    private final Path target;

    Kills(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        Random chance = new Random(options.seed());
        int kills = options.number("kills");
        try (Trial trial = new Trial(stack, options, target, "R1")) {
            try (Load journeys = trial.journeys();
                    Load hot = trial.hot(options.number("clients"))) {
                for (int n = 0; n < kills; n++) {
                    long before = trial.writer().acknowledged();
                    Patience.until(
                            AT_WORK + " writes since the last kill",
                            UNTIL_AT_WORK,
                            () -> trial.writer().acknowledged() >= before + AT_WORK);
                    Patience.pause(Duration.ofMillis(chance.nextInt(1_500)));
                    if (n % 5 == 4) {
                        both(PRODUCERS[n / 5 % PRODUCERS.length], chance);
                    } else {
                        one(PARTS[(n - (n + 1) / 5) % PARTS.length], chance);
                    }
                    Report.progress("R1", n + 1, kills, trial.writer().acknowledged());
                }
            }
            trial.verify();
            return trial.outcome("R1", "kill -9 of all six in turn", kills);
        }
    }

    private void one(PartName part, Random chance) {
        stack.kill(part);
        Patience.pause(Duration.ofMillis(chance.nextInt(3_000)));
        stack.start(part);
    }

    /** Events that the broker has not taken when their relay dies. */
    private void both(PartName second, Random chance) {
        stack.kill(PartName.KAFKA);
        Patience.pause(Duration.ofMillis(500 + chance.nextInt(1_500)));
        stack.kill(second);
        Patience.pause(Duration.ofMillis(chance.nextInt(1_000)));
        stack.start(PartName.KAFKA);
        stack.start(second);
    }
}
