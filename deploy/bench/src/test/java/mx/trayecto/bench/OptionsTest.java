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
                List.of("p10", "p8", "p1", "p3", "p6", "p7"),
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
    }
}
