package mx.trayecto.proof.check;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ReconciledTest {
    private static final String TOLD = """
            topic                      held by           held   ahead  behind  unknown  missing
            trayecto.enrollments.v1    indicators         120      20       1       37        0
            trayecto.enrollments.v1    participants       120      19       0       37        2
            trayecto.participants.v1   programs            80       0       0        0        0
            ahead of trayecto.enrollments.v1 in indicators:
              01a1fce8-4ac8-794c-bb2a-0559d93eb49e of tenant c89e0791-5429-5616-9b0d-b635e6bf0d71, at 1.3
            There are differences: see above, and ./suite redrive for parked.
            """;

    @Test
    void addsUpWhatServicesHoldOtherwise() {
        assertEquals(new Reconciled(39, 74, 3), Reconciled.of(TOLD));
    }

    @Test
    void refusesToGuessWithoutATable() {
        assertThrows(
                IllegalArgumentException.class, () -> Reconciled.of("participants does not answer on port 8081\n"));
    }
}
