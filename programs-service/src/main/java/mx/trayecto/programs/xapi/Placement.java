package mx.trayecto.programs.xapi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.programs.completion.Completions;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;
import mx.trayecto.programs.xapi.ReceivedStatement.Reason;

/** Finds out which module of whose a statement completes, and completes it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Placement {
    private static final String SOURCE = "xapi";

    @Inject
    Completions completions;

    Placed place(Statement statement) {
        if (!statement.completes()) {
            return Placed.ignored();
        }
        if (statement.account() == null) {
            return Placed.parked(Reason.FOREIGN_ACCOUNT, null);
        }
        return EnrollmentRows.lockAll(List.of(statement.account())).stream()
                .findFirst()
                .map(hers -> complete(hers, statement))
                .orElseGet(() -> Placed.parked(Reason.UNKNOWN_ACTOR, statement.account()));
    }

    /** The code of the module that a statement's course is to her, who stays on her version of the pathway. */
    static Optional<String> module(Enrollment hers, Statement statement) {
        return module(CohortTerms.of(hers.cohortId), statement).map(PathwayModule::code);
    }

    private static Optional<PathwayModule> module(CohortTerms cohort, Statement statement) {
        return Pathway.find(cohort.pathway()).flatMap(pathway -> ExternalCourses.module(pathway, statement.course()));
    }

    private Placed complete(Enrollment hers, Statement statement) {
        CohortTerms present = CohortTerms.of(hers.cohortId);
        if (day(statement, present).isAfter(present.today())) {
            return Placed.parked(Reason.FUTURE, hers.id);
        }
        Optional<CohortTerms> then = CohortTerms.ofThatDay(hers, cohort -> day(statement, cohort));
        if (then.isEmpty()) {
            return Placed.parked(Reason.NOT_TAKING_PART, hers.id);
        }
        CohortTerms cohort = then.get();
        Optional<PathwayModule> module = module(cohort, statement);
        if (module.isEmpty()) {
            return Placed.parked(Reason.UNKNOWN_COURSE, hers.id);
        }
        LocalDate on = day(statement, cohort);
        if (!completions.allowed(hers, cohort, module.get(), on)) {
            return Placed.parked(Reason.PREREQUISITE_MISSING, hers.id);
        }
        Optional<UUID> made = completions.completeOnce(hers, cohort, module.get(), on, SOURCE);
        return Placed.applied(hers.id, made.orElse(null));
    }

    private static LocalDate day(Statement statement, CohortTerms cohort) {
        return statement.at().atZone(ZoneId.of(cohort.timeZone())).toLocalDate();
    }
}
