package mx.trayecto.programs.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.cohort.CohortStatus;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;

/** Planning of a cohort's sessions. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Sessions {
    @Inject
    CurrentActor actor;

    Session plan(UUID cohortId, PlanSession command) {
        CohortTerms cohort = CohortTerms.of(cohortId);
        if (cohort.status() == CohortStatus.CLOSED) {
            throw ProblemException.of(SessionProblem.COHORT_CLOSED);
        }
        check(cohort, command);
        Session session = new Session(actor.get().tenant(), cohort, command);
        session.persist();
        return session;
    }

    void replan(Session session, PlanSession command) {
        check(CohortTerms.of(session.cohortId), command);
        session.replan(command);
    }

    private static void check(CohortTerms cohort, PlanSession command) {
        References named = new References();
        named.follow(
                "/module",
                command.module(),
                id -> Pathway.find(cohort.pathway()).flatMap(pathway -> pathway.module(id)));
        if (command.on().isBefore(cohort.startsOn())
                || cohort.endsOn() != null && command.on().isAfter(cohort.endsOn())) {
            named.refuse(
                    "/on",
                    "outside-cohort",
                    "debe estar dentro de las fechas de la generación",
                    "must be within the cohort's dates");
        }
        named.check();
    }
}
