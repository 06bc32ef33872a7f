package mx.trayecto.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OptionsTest {
    @Test
    void measuresEverythingUnlessNamesAreGiven() {
        assertEquals(
                List.of("p10", "p8", "p1", "p3", "p6", "p7", "p4", "cohort"),
                Options.parse(List.of()).names());
        assertEquals(List.of("p1", "p3"), Options.parse(List.of("P3", "p1")).names());
    }

    @Test
    void takesAFullRunApartFromAQuickOne() {
        assertEquals(5, Options.parse(List.of()).number("rounds"));
        assertTrue(Options.parse(List.of("--quick")).number("rounds") < 5);
        assertEquals(7, Options.parse(List.of("--quick", "--rounds", "7")).number("rounds"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("p2")));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--target", "0.1")));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--rounds", "many")));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--rounds", "1,2")));
    }

    @Test
    void takesSeveralNumbersOfClientsHoweverItIsCalled() {
        for (String kind : List.of("--quick", "p1")) {
            assertEquals(
                    List.of(4, 16),
                    Options.parse(List.of(kind, "--clients", "4,16")).numbers("clients"));
        }
    }
}
