package mx.trayecto.platform.production;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestTest {
    @Test
    void noneWhileThereIsTimeToSpare() {
        assertEquals(0, at(0, Duration.ZERO, 8));
        assertEquals(0, at(0.85, Duration.ZERO, 30_000));
    }

    @Test
    void growsAsTheMachineFillsUp() {
        assertEquals(6, at(0.88, Duration.ZERO, 8));
    }

    @Test
    void isNeverTooLong() {
        assertEquals(30, at(1, Duration.ZERO, 8));
    }

    @Test
    void batchesBeginNoMoreOftenThanIsWanted() {
        assertEquals(192, at(0, Duration.ofMillis(200), 8));
        assertEquals(0, at(0, Duration.ofMillis(200), 1_000));
        assertEquals(30, at(1, Duration.ofMillis(200), 1_000));
    }

    @Test
    void isSleptThrough() throws InterruptedException {
        long began = System.nanoTime();
        new Rest(() -> 0.88, Duration.ZERO).since(began);
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(5).toNanos());
    }

    /** A loaded machine is seen to be: every processor has something to do for five seconds. */
    @Test
    void theProcessorsAreAskedForReal() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        Thread[] busy = new Thread[Runtime.getRuntime().availableProcessors()];
        double seen = 0;
        for (int i = 0; i < busy.length; i++) {
            busy[i] = Thread.ofPlatform().daemon().start(() -> {
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
        }
        while (System.nanoTime() < end) {
            seen = Math.max(seen, Processors.load());
            LockSupport.parkNanos(10_000_000);
        }
        for (Thread each : busy) {
            each.join();
        }
        assertTrue(seen > 0.75, "load seen: " + seen);
    }

    /** Milliseconds after a batch that took so many, at a load of the machine. */
    private static long at(double load, Duration shortest, long took) {
        return Math.round(
                new Rest(() -> load, shortest).after(Duration.ofMillis(took).toNanos()) / 1e6);
    }
}
