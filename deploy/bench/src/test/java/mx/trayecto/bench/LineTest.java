package mx.trayecto.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineTest {
    @Test
    void oneLuckyRoundReachesNothing() {
        assertFalse(Line.atLeast("ratio", "", List.of(0.2, 0.9, 0.3), 0.5).reached());
        assertFalse(Line.atMost("time", "s", List.of(3.0, 30.0, 31.0), 20).reached());
    }

    @Test
    void theBoundItselfIsReached() {
        assertTrue(Line.atLeast("ratio", "", List.of(0.5), 0.5).reached());
        assertTrue(Line.atMost("time", "s", List.of(20.0), 20).reached());
    }

    @Test
    void nothingMeasuredIsNotReached() {
        assertFalse(Line.atLeast("ratio", "", List.of(), 0.5).reached());
        assertFalse(Line.atMost("time", "s", List.of(), 20).reached());
    }

    @Test
    void theMedianOfAnEvenCountLiesBetweenTheTwoInTheMiddle() {
        assertEquals(2.5, Line.atLeast("", "", List.of(4.0, 1.0, 3.0, 2.0), 0).median());
    }

    @Test
    void oneMissedLineMissesTheBenchmark() {
        Line good = Line.atLeast("", "", List.of(1.0), 0.5);
        Line bad = Line.atLeast("", "", List.of(0.1), 0.5);
        assertFalse(new Outcome("p1", List.of(good, bad), java.util.Map.of(), List.of()).reached());
        assertTrue(new Outcome("p1", List.of(good), java.util.Map.of(), List.of()).reached());
    }
}
