package mx.trayecto.programs.enrollment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * The seats of cohorts, locked. Order of locks everywhere: seats rows by cohort id, then enrolments by id; whoever
 * keeps to it never waits in a circle.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Seats {
    @Inject
    EntityManager database;

    @Inject
    CurrentActor actor;

    /** Locks a cohort's seats until the transaction ends; the row is made when it is first needed. */
    CohortSeats lock(UUID cohort) {
        CohortSeats seats = find(cohort);
        if (seats != null) {
            return seats;
        }
        database.createNativeQuery(
                        "INSERT INTO cohort_seats (tenant_id, cohort_id) VALUES (:tenant, :cohort) ON CONFLICT DO NOTHING")
                .setParameter("tenant", actor.get().tenant())
                .setParameter("cohort", cohort)
                .executeUpdate();
        return find(cohort);
    }

    /** Locks two cohorts' seats in the order that keeps two transfers in opposite directions from waiting for each other. */
    void lockBoth(UUID one, UUID other) {
        lock(one.compareTo(other) < 0 ? one : other);
        lock(one.compareTo(other) < 0 ? other : one);
    }

    private CohortSeats find(UUID cohort) {
        return database.find(CohortSeats.class, cohort, LockModeType.PESSIMISTIC_WRITE);
    }
}
