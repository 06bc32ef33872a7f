package mx.trayecto.programs.enrollment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.cohort.Cohort;
import mx.trayecto.programs.cohort.TakenSeats;

/** The seats as cohorts see them: how many are taken, and what a raised capacity means for those who wait. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CountedSeats implements TakenSeats {
    @Inject
    Seats seats;

    @Inject
    Admissions admissions;

    @Inject
    EnrollmentLog log;

    @Override
    public int countAndLock(UUID cohort) {
        return seats.lock(cohort).orElseThrow(ProblemException::notFound).taken();
    }

    @Override
    public void raised(Cohort cohort) {
        Seats.Locked locked = seats.lock(cohort.id).orElseThrow(ProblemException::notFound);
        log.append(admissions.advance(locked, locked.cohort().today()));
    }
}
