package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.cohort.Cohort;
import mx.trayecto.programs.cohort.TakenSeats;

/** The seats as cohorts see them: how many are taken, and what a raised capacity or the end means for those who wait. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CountedSeats implements TakenSeats {
    private static final RejectionReason NO_SEAT = RejectionReason.NO_CAPACITY;
    private static final int TOGETHER = 500;

    @Inject
    Seats seats;

    @Inject
    Admissions admissions;

    @Inject
    EnrollmentLog log;

    @Inject
    EntityManager database;

    @Inject
    Sql sql;

    @Inject
    Audit audit;

    @Override
    public int countAndLock(UUID cohort) {
        return seats.lock(cohort).orElseThrow(ProblemException::notFound).taken();
    }

    @Override
    public void raised(Cohort cohort) {
        Seats.Locked locked = seats.lock(cohort.id).orElseThrow(ProblemException::notFound);
        admissions.advance(locked, locked.cohort().today());
    }

    /** However many wait, they are written, told and audited together. */
    @Override
    public void closed(Cohort cohort) {
        Seats.Locked in = seats.lock(cohort.id).orElseThrow(ProblemException::notFound);
        LocalDate today = in.cohort().today();
        List<EnrollmentEvent> told = new ArrayList<>();
        List<Audit.Act> acts = new ArrayList<>();
        for (Enrollment waiting : EnrollmentRows.waiting(cohort.id)) {
            if (waiting.status.seated()) {
                in.release();
            }
            waiting.reject(waiting.statusOn.isAfter(today) ? waiting.statusOn : today, NO_SEAT);
            told.add(EnrollmentEvent.of("rejected", waiting, waiting.statusOn).with("reason", NO_SEAT.code()));
            acts.add(new Audit.Act(waiting.id, Map.of("reason", NO_SEAT.code())));
        }
        if (told.isEmpty()) {
            return;
        }
        database.unwrap(Session.class).setJdbcBatchSize(TOGETHER);
        log.append(told);
        sql.execute(audit.entries("closeCohort", acts));
    }
}
