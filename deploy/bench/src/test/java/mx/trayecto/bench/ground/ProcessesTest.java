package mx.trayecto.bench.ground;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProcessesTest {
    @Test
    void aGuestsTimeIsNotCountedTwice() {
        Processes.Machine machine = Processes.machine("cpu  100 1 20 300 4 0 5 70 40 0");
        assertEquals(500, machine.all());
        assertEquals(70, machine.stolen());
    }

    @Test
    void theShareStolenIsOfTheTimeSinceTheReading() {
        Processes.Machine now = Processes.machine();
        Processes.Machine start = new Processes.Machine(0, 0);
        assertEquals((double) now.stolen() / now.all(), start.stolenSince(), 0.01);
        double share = now.stolenSince();
        assertTrue(share >= 0 && share <= 1, () -> "share " + share);
    }
}
