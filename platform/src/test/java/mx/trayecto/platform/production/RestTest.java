package mx.trayecto.platform.production;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestTest {
    private final Rest rest = new Rest(2, Duration.ofMillis(20), Duration.ofMillis(60));

    @Test
    void aSingleSlowBatchIsNotUsual() {
        for (int i = 0; i < 10; i++) {
            rest.usual(8);
        }
        assertEquals(8, rest.usual(500));
    }

    @Test
    void whatIsSlowForLongIs() {
        for (int i = 0; i < 30; i++) {
            rest.usual(8);
        }
        for (int i = 0; i < 8; i++) {
            rest.usual(40);
        }
        assertEquals(40, rest.usual(40));
    }

    @Test
    void restsNeitherTooShortNorTooLong() throws InterruptedException {
        assertTrue(slept(0) >= 20, "after a batch that took no time");
        for (int i = 0; i < 30; i++) {
            rest.usual(Duration.ofSeconds(30).toNanos());
        }
        long slept = slept(30_000);
        assertTrue(slept >= 60 && slept < 5_000, "after batches of half a minute: " + slept);
    }

    private long slept(long tookMillis) throws InterruptedException {
        long began = System.nanoTime();
        rest.since(began - Duration.ofMillis(tookMillis).toNanos());
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
