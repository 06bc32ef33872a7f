package mx.trayecto.platform.production;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Lets events gather for a multiple of the time that a batch usually takes: it costs about the same for one and for a
 * hundred, so a machine that is busy handles more of them together, and one that is not still does so at once. What is
 * usual is the median of the last batches: after a single slow one, which has made events late already, nobody rests
 * longer; nor longer than 100 ms ever, unless it is to gather for longer than that. For one thread.
 */
public final class Rest {
    private static final int REMEMBERED = 15;
    private static final Duration LONGEST = Duration.ofMillis(100);

    private final int times;
    private final Duration shortest;
    private final Deque<Long> lately = new ArrayDeque<>(REMEMBERED);

    /**
     * @param times as long as a batch usually takes
     * @param shortest from the beginning of one batch to that of the next, however quick the work was
     */
    public Rest(int times, Duration shortest) {
        this.times = times;
        this.shortest = shortest;
    }

    /** @param began when the work did, as {@link System#nanoTime()} tells it */
    public void since(long began) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(after(System.nanoTime() - began));
    }

    /** How long to rest, in nanoseconds, after a batch that took so many. */
    long after(long took) {
        if (lately.size() == REMEMBERED) {
            lately.removeFirst();
        }
        lately.addLast(took);
        long usual = lately.stream()
                .sorted()
                .skip((lately.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
        return Math.max(Math.min(times * usual, LONGEST.toNanos()), shortest.toNanos() - took);
    }
}
