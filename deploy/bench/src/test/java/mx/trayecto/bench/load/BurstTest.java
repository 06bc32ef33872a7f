package mx.trayecto.bench.load;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BurstTest {
    @Test
    void ninetyNineOfAHundredAreWithinThePercentile() {
        long[] values = LongStream.rangeClosed(1, 100).map(n -> 101 - n).toArray();
        assertEquals(99, Burst.percentile(values, 0.99));
        assertEquals(50, Burst.percentile(values, 0.5));
    }

    @Test
    void theSlowestOfFewIsNotLeftOut() {
        assertEquals(9, Burst.percentile(new long[] {1, 9, 2}, 0.99));
    }

    @Test
    void nothingMeasuredHasNoPercentile() {
        assertTrue(Double.isNaN(Burst.percentile(new long[0], 0.99)));
    }
}
