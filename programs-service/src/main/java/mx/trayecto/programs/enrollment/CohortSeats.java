package mx.trayecto.programs.enrollment;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import mx.trayecto.platform.problem.ProblemException;

/**
 * How many seats of a cohort are taken and how far its waiting list has been numbered. Apart from the cohort, so that
 * enrolling does not change the cohort's version; without a version of its own, because it is only ever changed by the
 * transaction that holds its row lock ({@link Seats#lock}).
 */
@Entity
@Table(name = "cohort_seats")
class CohortSeats extends PanacheEntityBase {
    @Id
    @Column(name = "cohort_id")
    UUID cohortId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    UUID tenantId;

    @Column(name = "taken", nullable = false)
    int taken;

    @Column(name = "last_position", nullable = false)
    int lastPosition;

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
}
