package mx.trayecto.platform.production;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Lets events gather while the machine is at its limit: a batch costs about the same for one event and for a hundred, so
 * that handling more of them together leaves the processors to those who write. A machine with time to spare rests not at
 * all, and figures follow at once. For one thread.
 */
public final class Rest {
    /** Up to this share of its processors' time a machine has some to spare. */
    private static final double SPARE = 0.85;

    /** From this share on everybody waits for everybody. */
    private static final double FULL = 1;

    /** Longer ones spare the processors more, but a figure waits for the relay's and for the consumer's. */
    private static final Duration LONGEST = Duration.ofMillis(30);

    private final DoubleSupplier load;
    private final Duration shortest;

    /** @param shortest from the beginning of one batch to that of the next, however much time there is to spare */
    public Rest(Duration shortest) {
        this(Processors::load, shortest);
    }

    Rest(DoubleSupplier load, Duration shortest) {
        this.load = load;
        this.shortest = shortest;
    }

    /** @param began when the work did, as {@link System#nanoTime()} tells it */
    public void since(long began) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(after(System.nanoTime() - began));
    }

    /** How long to rest, in nanoseconds, after a batch that took so many. */
    public long after(long took) {
        double busy = Math.clamp((load.getAsDouble() - SPARE) / (FULL - SPARE), 0, 1);
        return Math.max((long) (busy * LONGEST.toNanos()), shortest.toNanos() - took);
    }
}
