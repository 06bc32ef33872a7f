package mx.trayecto.platform.production;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets events gather for a multiple of the time that the last ones took: a batch costs about the same for one and for a
 * hundred, so a machine that is busy handles more of them together, and one that is not still does so at once.
 *
 * @param times as long as the work took
 * @param shortest from the beginning of one batch to that of the next, however quick the work was
 * @param longest to wait at most
 */
public record Rest(int times, Duration shortest, Duration longest) {

    /** @param began when the work did, as {@link System#nanoTime()} tells it */
    public void since(long began) throws InterruptedException {
        long took = System.nanoTime() - began;
        TimeUnit.NANOSECONDS.sleep(Math.max(Math.min(times * took, longest.toNanos()), shortest.toNanos() - took));
    }
}
