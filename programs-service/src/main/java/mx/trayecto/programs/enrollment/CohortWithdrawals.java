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

/**
 * Withdrawal of a whole cohort: everybody who applied, waits or takes part, however many they are, written, told and
 * audited together. Nobody is left to get the seats that become free; who has graduated stays a graduate.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CohortWithdrawals {
    private static final int TOGETHER = 500;

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
        CohortTerms cohort = CohortTerms.of(id);
        return view(cohort, cohort.day(given, "/on"), true, EnrollmentRows.underWay(id, false));
    }

    /** Whose last step is of a later day leaves on that day. */
    CohortWithdrawalView withdraw(UUID id, WithdrawCohort command) {
        Seats.Locked in = seats.lock(id).orElseThrow(ProblemException::notFound);
        LocalDate on = in.cohort().day(command.on(), "/on");
        List<Enrollment> all = EnrollmentRows.underWay(id, true);
        List<EnrollmentEvent> told = new ArrayList<>();
        List<Audit.Act> acts = new ArrayList<>();
        for (Enrollment hers : all) {
            if (hers.status.seated()) {
                in.release();
            }
            hers.withdraw(hers.statusOn.isAfter(on) ? hers.statusOn : on, command.reason());
            told.add(EnrollmentEvent.of("withdrawn", hers, hers.statusOn).with("reason", hers.reason));
            acts.add(new Audit.Act(hers.id, Map.of("reason", hers.reason)));
        }
        if (!all.isEmpty()) {
            database.unwrap(Session.class).setJdbcBatchSize(TOGETHER);
            log.append(told);
            sql.execute(audit.entries("withdrawCohort", acts));
        }
        return view(in.cohort(), on, false, all);
    }

    private static CohortWithdrawalView view(
            CohortTerms cohort, LocalDate on, boolean dryRun, List<Enrollment> withdrawn) {
        return new CohortWithdrawalView(
                cohort.id(),
                cohort.version(),
                on,
                dryRun,
                withdrawn.stream().map(hers -> hers.id).toList());
    }
}
