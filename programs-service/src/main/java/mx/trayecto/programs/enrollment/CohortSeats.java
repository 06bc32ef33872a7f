package mx.trayecto.programs.enrollment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;

/**
 * How many seats of a cohort are taken and how far its waiting list has been numbered. Apart from the cohort, so that
 * enrolling does not change the cohort's version; without a version of its own, because it is only ever changed by the
 * transaction that holds its row lock ({@link Seats#lock}).
 */
final class CohortSeats {
    static final String LOCK =
            "SELECT cohort_id, taken, last_position FROM cohort_seats WHERE cohort_id = ? FOR NO KEY UPDATE";

    private static final String STORE = "UPDATE cohort_seats SET taken = ?, last_position = ? WHERE cohort_id = ?";

    private final UUID cohort;
    private int taken;
    private int lastPosition;
    private boolean waits;

    CohortSeats(ResultSet row) throws SQLException {
        cohort = row.getObject(1, UUID.class);
        taken = row.getInt(2);
        lastPosition = row.getInt(3);
    }

    int taken() {
        return taken;
    }

    boolean free(int capacity) {
        return taken < capacity;
    }

    /** @throws ProblemException 409 where every seat is taken */
    void take(int capacity) {
        if (!free(capacity)) {
            throw ProblemException.of(EnrollmentProblem.COHORT_FULL);
        }
        taken++;
    }

    void release() {
        taken--;
    }

    /** The next place in the waiting list. Numbers are never used twice, so that order of arrival stays plain. */
    int nextPosition() {
        return ++lastPosition;
    }

    /** Has them written as they stand when it is sent, however often they change until then. */
    void storeLater(Sql sql) {
        if (!waits) {
            waits = true;
            sql.later(pipeline -> {
                waits = false;
                pipeline.write(STORE, taken, lastPosition, cohort);
            });
        }
    }
}
