package mx.trayecto.programs.graduation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.enrollment.EnrollmentStatus;
import mx.trayecto.programs.pathway.Pathway;

/**
 * Graduation of a whole cohort: everybody who takes part is held against the criteria that govern on the date, and a dry
 * run decides by the very same code. Run again, it graduates those who meet them by then and nobody twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Graduations {
    @Inject
    ProgressRows progress;

    @Inject
    GraduationExceptions exceptions;

    @Inject
    EnrollmentLog log;

    /** Says who would graduate, and changes nothing. */
    GraduationView preview(UUID cohort, LocalDate given) {
        return evaluate(CohortTerms.of(cohort), given, true);
    }

    GraduationView graduate(UUID cohort, LocalDate given) {
        return evaluate(CohortTerms.of(cohort), given, false);
    }

    private GraduationView evaluate(CohortTerms cohort, LocalDate given, boolean dryRun) {
        LocalDate on = cohort.dayInside(given, "/on");
        Pathway pathway = Pathway.find(cohort.pathway()).orElseThrow(ProblemException::notFound);
        GraduationRule rule = new GraduationRule(pathway.criteriaOn(on), pathway);
        List<Enrollment> all = EnrollmentRows.takingPart(cohort.id(), !dryRun);
        List<UUID> ids = all.stream().map(enrollment -> enrollment.id).toList();
        Map<UUID, Progress> done = progress.by(on, ids);
        Map<UUID, List<Waiver>> waived = exceptions.of(ids);
        List<UUID> byException = new ArrayList<>();
        List<UUID> graduated = new ArrayList<>();
        List<UUID> already = new ArrayList<>();
        List<GraduationView.NotGraduated> not = new ArrayList<>();
        List<EnrollmentEvent> told = new ArrayList<>();
        for (Enrollment enrollment : all) {
            if (enrollment.status == EnrollmentStatus.GRADUATED) {
                already.add(enrollment.id);
                continue;
            }
            List<Missing> missing = new ArrayList<>(rule.missing(done.get(enrollment.id)));
            List<Waiver> hers = waived.getOrDefault(enrollment.id, List.of());
            boolean excepted = missing.removeIf(each -> hers.stream().anyMatch(waiver -> waiver.covers(each)));
            if (enrollment.statusOn.isAfter(on)) {
                missing.add(GraduationRule.laterStep(enrollment.statusOn));
            }
            if (!missing.isEmpty()) {
                not.add(new GraduationView.NotGraduated(enrollment.id, missing));
                continue;
            }
            graduated.add(enrollment.id);
            if (excepted) {
                byException.add(enrollment.id);
            }
            if (!dryRun) {
                enrollment.graduate(on, rule.criteria().version(), excepted);
                told.add(EnrollmentEvent.of("graduated", enrollment, on)
                        .with("criteriaVersion", rule.criteria().version())
                        .with("exception", excepted ? true : null));
            }
        }
        log.append(told);
        return new GraduationView(
                cohort.id(),
                cohort.version(),
                on,
                dryRun,
                rule.criteria().version(),
                graduated,
                byException,
                already,
                not);
    }
}
