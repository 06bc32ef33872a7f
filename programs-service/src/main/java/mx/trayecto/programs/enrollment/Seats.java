package mx.trayecto.programs.enrollment;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Pipeline;
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
    Sql sql;

    @Inject
    CurrentActor actor;

    /** A cohort and its seats, which nobody else takes, frees or counts until the transaction ends. */
    final class Locked {
        private final CohortTerms cohort;
        private final CohortSeats seats;
        private final Applicant applicant;

        private Locked(Read read) {
            cohort = read.terms();
            seats = read.seats();
            applicant = read.applicant();
        }

        CohortTerms cohort() {
            return cohort;
        }

        /** Who asks for a seat; empty where nobody is known by the id. */
        Optional<Applicant> applicant() {
            return Optional.ofNullable(applicant);
        }

        int taken() {
            return seats.taken();
        }

        boolean free() {
            return seats.free(cohort.capacity());
        }

        /** @throws ProblemException 409 where every seat is taken */
        void take() {
            seats.take(cohort.capacity());
            seats.storeLater(sql);
        }

        void release() {
            seats.release();
            seats.storeLater(sql);
        }

        int nextPosition() {
            int position = seats.nextPosition();
            seats.storeLater(sql);
            return position;
        }
    }

    /**
     * Locks a cohort's seats. The cohort is read under the lock, because its capacity may have been lowered while the
     * lock was waited for. The seats row is made when it is first needed.
     *
     * @return empty where the caller sees no such cohort
     */
    Optional<Locked> lock(UUID cohort) {
        return lockFor(null, cohort);
    }

    /** The same for a participant who asks for a seat; she is looked up in the same round trip. */
    Optional<Locked> lockFor(UUID participant, UUID cohort) {
        Read read = read(participant, cohort);
        if (read.terms() != null && read.seats() == null) {
            sql.execute(
                    "INSERT INTO cohort_seats (tenant_id, cohort_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    actor.get().tenant(),
                    cohort);
            read = read(participant, cohort);
        }
        return read.terms() == null ? Optional.empty() : Optional.of(new Locked(read));
    }

    /** Each is null where there is none. */
    private record Read(CohortSeats seats, CohortTerms terms, Applicant applicant) {}

    private Read read(UUID participant, UUID cohort) {
        return sql.together(pipeline -> {
            Pipeline.Answer<CohortSeats> seats = pipeline.ask(CohortSeats.LOCK, CohortSeats::new, cohort);
            Pipeline.Answer<CohortTerms> terms = pipeline.ask(CohortTerms.FIND, CohortTerms::read, cohort);
            Pipeline.Answer<Applicant> applicant =
                    participant == null ? null : Applicant.ask(pipeline, participant, cohort);
            return new Read(first(seats), first(terms), participant == null ? null : first(applicant));
        });
    }

    private static <T> T first(Pipeline.Answer<T> answer) throws SQLException {
        return answer.rows().isEmpty() ? null : answer.rows().getFirst();
    }
}
