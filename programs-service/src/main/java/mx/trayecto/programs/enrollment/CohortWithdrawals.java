package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.access.Reach;

/**
 * Withdrawal of a whole cohort: everybody whose enrolment is under way, however many they are, written, told and audited
 * together. Who never got a seat has not dropped out: she is rejected. Nobody is left to get the seats that become free; who has
 * graduated stays a graduate.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CohortWithdrawals {
    private static final int TOGETHER = 500;
    private static final RejectionReason NOT_HELD = RejectionReason.COHORT_CLOSED;

    @Inject
    Reach reach;

    @Inject
    Seats seats;

    @Inject
    EnrollmentLog log;

    @Inject
    EntityManager database;

    @Inject
    Sql sql;

    @Inject
    Audit audit;

    /** Says who would leave, and changes nothing. */
    CohortWithdrawalView preview(UUID id, LocalDate given) {
        CohortTerms cohort = ofAll(CohortTerms.of(id));
        return view(null, cohort, cohort.day(given, "/on"), EnrollmentRows.underWay(id, false));
    }

    /** What a withdrawal came to, by what was written then. */
    CohortWithdrawalView done(UUID withdrawal, UUID id, LocalDate given) {
        CohortTerms cohort = ofAll(CohortTerms.of(id));
        List<Enrollment> ended = Enrollment.list("cohortId = ?1 and endedTogether = ?2 order by id", id, withdrawal);
        LocalDate on = ended.stream()
                .map(hers -> hers.endedOn)
                .min(Comparator.naturalOrder())
                .orElseGet(cohort::today);
        return view(withdrawal, cohort, given == null ? on : given, ended);
    }

    /** Whose last step is of a later day leaves on that day. */
    CohortWithdrawalView withdraw(UUID id, WithdrawCohort command) {
        UUID withdrawal = TenantEntity.newId();
        Seats.Locked in = seats.lock(id).orElseThrow(ProblemException::notFound);
        ofAll(in.cohort());
        LocalDate on = in.cohort().day(command.on(), "/on");
        List<Enrollment> all = EnrollmentRows.underWay(id, true);
        List<EnrollmentEvent> told = new ArrayList<>();
        List<Audit.Act> acts = new ArrayList<>();
        for (Enrollment hers : all) {
            if (hers.status.seated()) {
                in.release();
            }
            hers.endTogether(withdrawal, hers.statusOn.isAfter(on) ? hers.statusOn : on, command.reason(), NOT_HELD);
            told.add(EnrollmentEvent.of(hers.status.code(), hers, hers.statusOn).with("reason", hers.reason));
            acts.add(new Audit.Act(hers.id, Map.of("reason", hers.reason)));
        }
        acts.add(new Audit.Act(id, Map.of("reason", command.reason().code())));
        database.unwrap(Session.class).setJdbcBatchSize(TOGETHER);
        log.append(told);
        sql.execute(audit.entries("withdrawCohort", acts));
        return view(withdrawal, in.cohort(), on, all);
    }

    /** Whoever sees no more of a cohort than what came by her portal cannot end it for all. */
    private CohortTerms ofAll(CohortTerms cohort) {
        reach.center(cohort.center());
        return cohort;
    }

    private static CohortWithdrawalView view(UUID withdrawal, CohortTerms cohort, LocalDate on, List<Enrollment> all) {
        Map<Boolean, List<UUID>> seatless = all.stream()
                .collect(Collectors.partitioningBy(
                        hers -> hers.status == EnrollmentStatus.REJECTED || Step.REJECT.allowedFrom(hers.status),
                        Collectors.mapping(hers -> hers.id, Collectors.toList())));
        return new CohortWithdrawalView(
                withdrawal,
                cohort.version(),
                cohort.id(),
                on,
                withdrawal == null,
                seatless.get(false),
                seatless.get(true));
    }
}
