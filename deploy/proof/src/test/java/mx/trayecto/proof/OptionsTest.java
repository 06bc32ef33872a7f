package mx.trayecto.proof;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OptionsTest {
    @Test
    void provesEverythingUnlessToldOtherwiseAndPoisonLast() {
        assertEquals(
                List.of("R1", "R2", "R3", "R4", "R9", "R11", "R12", "consent", "access", "R8"),
                Options.parse(List.of()).only());
        assertEquals(
                List.of("R3", "R8"), Options.parse(List.of("--only", "R8,R3")).only());
    }

    @Test
    void drawsASeedUnlessOneIsGiven() {
        assertNotEquals("", Options.parse(List.of()).text("seed"));
        assertEquals(7, Options.parse(List.of("--seed", "7")).seed());
    }

    @Test
    void refusesWhatItDoesNotKnowBeforeAnythingIsStarted() {
        for (String call : List.of(
                "--only R99",
                "--only R1,",
                "--sabotage nothing",
                "--expect worse",
                "--damage nothing",
                "--kills many",
                "--seed x",
                "--kills",
                "--fast 1",
                "R1")) {
            var refused =
                    assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of(call.split(" "))), call);
            assertTrue(call.contains(refused.getMessage()), refused.getMessage());
        }
    }
}
