package mx.trayecto.local.demo;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FiguresTest {
    @Test
    void cellsThatAreWhatTheyMustBeDoNotDiffer() {
        assertEquals(
                List.of(),
                Figures.differences(Map.of("female", 557, "male", 111), Map.of("female", "557", "male", "111")));
    }

    @Test
    void saysOfEachCellWhatItMustBeAndWhatItIs() {
        assertEquals(
                List.of("female must be 557, is 111", "male must be 111, is 557"),
                Figures.differences(Map.of("female", 557, "male", 111), Map.of("female", "111", "male", "557")));
    }

    @Test
    void aCellThatIsLackingAndOneTooManyDifferThoughTheTotalIsTheSame() {
        assertEquals(
                List.of("male must be 111, is not there", "notStated must not be there, is 111"),
                Figures.differences(Map.of("female", 557, "male", 111), Map.of("female", "557", "notStated", "111")));
    }

    @Test
    void whatReachesItsValueAndGoesOnBeyondItIsRefused() {
        Figures figures = new Figures(new Api(URI.create("http://localhost"), caller -> ""));
        Iterator<String> readings = List.of("90", "91", "92").iterator();
        figures.hold(
                "graduated",
                Figures.PUBLISHED,
                Map.of(Figures.TOTAL, 91),
                () -> new TreeMap<>(Map.of(Figures.TOTAL, readings.next())));
        DemoFailure refused = assertThrows(DemoFailure.class, figures::confirm);
        assertEquals("graduated (as published): must be 91, is 92", refused.getMessage());
    }

    @Test
    void whatIsUnknownIsNoZero() {
        String unknown = Figure.value(IntNode.valueOf(0), TextNode.valueOf("at-least"));
        assertEquals(
                List.of("must be 0, is at-least 0"),
                Figures.differences(Map.of(Figures.TOTAL, 0), Map.of(Figures.TOTAL, unknown)));
        assertEquals("0", Figure.value(IntNode.valueOf(0), MissingNode.getInstance()));
    }
}
