package mx.trayecto.platform.production;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestTest {
    private final Rest rest = new Rest(2, Duration.ZERO);

    @Test
    void lastsAMultipleOfTheUsualBatch() {
        assertEquals(16, after(8));
        assertEquals(40, afterAll(rest, 20, 20));
    }

    @Test
    void aSingleSlowBatchIsNotUsual() {
        assertEquals(16, afterAll(rest, 8, 8));
        assertEquals(16, after(500));
        Rest young = new Rest(2, Duration.ZERO);
        assertEquals(16, afterAll(young, 8));
        assertEquals(16, afterAll(young, 500));
    }

    @Test
    void whatIsSlowForLongIsUsual() {
        LongStream.range(0, 30).forEach(i -> after(8));
        LongStream.range(0, 7).forEach(i -> after(25));
        assertEquals(50, after(25));
    }

    @Test
    void isNeverTooLong() {
        assertEquals(100, after(30_000));
    }

    @Test
    void batchesBeginNoMoreOftenThanIsWanted() {
        Rest gathering = new Rest(1, Duration.ofMillis(200));
        assertEquals(192, afterAll(gathering, 8));
        assertEquals(100, afterAll(gathering, 1_000, 1_000));
    }

    @Test
    void isSleptThrough() throws InterruptedException {
        long began = System.nanoTime();
        rest.since(began - Duration.ofMillis(15).toNanos());
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(30).toNanos());
    }

    private long after(long took) {
        return afterAll(rest, took);
    }

    /** Milliseconds after the last of these. */
    private static long afterAll(Rest rest, long... took) {
        return LongStream.of(took)
                .map(each -> rest.after(Duration.ofMillis(each).toNanos()))
                .reduce((before, last) -> last)
                .stream()
                .map(nanos -> Duration.ofNanos(nanos).toMillis())
                .findFirst()
                .orElseThrow();
    }
}
