package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.time.Duration;

import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.load.Stating;
import mx.trayecto.proof.stack.Stack;

/**
 * Consents withdrawn under load: five seconds after the answer at most she counts as not stated in the figures that rest
 * on her consent, exactly one after the other, and in all others as before.
 */
final class Withdrawals implements Fault {
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final Duration TO_BE_COUNTED = Duration.ofMinutes(1);

    private final Stack stack;
    private final Options options;
    private final Path target;

    Withdrawals(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        int women = options.number("stating");
        try (Trial trial = new Trial(stack, options, target, "consent")) {
            long slowest = 0;
            try (Load load = trial.journeys()) {
                Stating stating = Stating.enrolled(trial.writer(), trial.programme(), women, options.seed());
                trial.expect("those who stated it are not counted", () -> stated(trial, women, TO_BE_COUNTED));
                for (int left = women - 1; left >= 0; left--) {
                    int remaining = left;
                    stating.withdraw();
                    long since = System.nanoTime();
                    trial.expect(
                            "she who withdrew is still counted after " + MOST.toSeconds() + " s",
                            () -> stated(trial, remaining, MOST));
                    slowest = Math.max(slowest, (System.nanoTime() - since) / 1_000_000);
                }
            }
            trial.findings().note("ms until the slowest was not stated", slowest);
            trial.verify();
            return trial.outcome("consent", "%d consents withdrawn under load".formatted(women), women);
        }
    }

    private static boolean stated(Trial trial, long wanted, Duration within) {
        return Patience.within(
                within, () -> trial.figures().by("enrolled", "indigenous").getOrDefault("yes", 0L) == wanted);
    }
}
