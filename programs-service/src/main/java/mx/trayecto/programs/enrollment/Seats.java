package mx.trayecto.programs.enrollment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.storage.Sql;
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
    Sql sql;

    @Inject
    CurrentActor actor;

    /** A cohort and its seats, which nobody else takes, frees or counts until the transaction ends. */
    record Locked(CohortTerms cohort, CohortSeats seats) {
        boolean free() {
            return seats.free(cohort.capacity());
        }

        void take() {
            seats.take(cohort.capacity());
        }
    }

    /**
     * Locks a cohort's seats. The cohort is read under the lock, because its capacity may have been lowered while the
     * lock was waited for. The seats row is made when it is first needed.
     *
     * @return empty where the caller sees no such cohort
     */
    Optional<Locked> lock(UUID cohort) {
        CohortSeats seats = find(cohort);
        Optional<CohortTerms> terms = CohortTerms.find(cohort);
        if (seats != null || terms.isEmpty()) {
            return terms.map(it -> new Locked(it, seats));
        }
        sql.execute(
                "INSERT INTO cohort_seats (tenant_id, cohort_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                actor.get().tenant(),
                cohort);
        CohortSeats made = find(cohort);
        return CohortTerms.find(cohort).map(it -> new Locked(it, made));
    }

    private CohortSeats find(UUID cohort) {
        return database.find(CohortSeats.class, cohort, LockModeType.PESSIMISTIC_WRITE);
    }
}
