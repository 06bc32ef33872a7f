package mx.trayecto.programs.cohort;

import java.util.UUID;

/** Who counts the seats of a cohort. The count is no part of the cohort, so that enrolling does not change its version. */
public interface TakenSeats {
    /** How many seats are taken; nobody takes or frees one until the transaction ends. */
    int countAndLock(UUID cohort);

    /** The cohort's capacity was raised and stored: those who wait may get a seat, in the same transaction. */
    void raised(Cohort cohort);

    /** The cohort was closed and stored: whoever still waits for a seat gets none, in the same transaction. */
    void closed(Cohort cohort);
}
