package mx.trayecto.proof;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for what is bound to happen. */
public final class Patience {
    private Patience() {}

    /** A condition that may fail while things are being started. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * Looks again and again.
     *
     * @throws ProofFailure naming what was waited for when the time is over
     */
    public static void until(String what, Duration atMost, Condition condition) {
        if (!within(atMost, condition)) {
            throw new ProofFailure(what + " not within " + atMost.toSeconds() + " s");
        }
    }

    /** @return whether it came to hold in time */
    public static boolean within(Duration atMost, Condition condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        do {
            if (holds(condition)) {
                return true;
            }
            pause(Duration.ofMillis(100));
        } while (System.nanoTime() < deadline);
        return false;
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (Exception notYet) {
            return false;
        }
    }

    public static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }
}
