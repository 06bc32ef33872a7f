package mx.trayecto.platform.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for what other threads bring about, never longer than a bound. */
public final class Eventually {
    private Eventually() {}

    /** The first value that passes; fails with the last one seen after a minute, however slow the machine is. */
    public static <T> T get(Callable<T> read, Predicate<T> wanted) {
        return get(read, wanted, Duration.ofMinutes(1));
    }

    public static <T> T get(Callable<T> read, Predicate<T> wanted, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (true) {
                T seen = read.call();
                if (wanted.test(seen)) {
                    return seen;
                }
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within " + most + "; last seen: " + seen);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
