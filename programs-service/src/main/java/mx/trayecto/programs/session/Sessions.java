package mx.trayecto.programs.session;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.cohort.CohortStatus;
import mx.trayecto.programs.cohort.SessionPlan;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;

/** Planning of a cohort's sessions, one at a time or by its timetable: no two of them at the same time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Sessions {
    @Inject
    CurrentActor actor;

    Session plan(UUID cohortId, PlanSession command) {
        CohortTerms cohort = planning(cohortId);
        check(cohort, command, null);
        Session session = new Session(actor.get().tenant(), cohort, command);
        session.persist();
        return session;
    }

    /** Plans what a timetable says; the whole of it or nothing. */
    void plan(UUID cohortId, PlanTimetable command) {
        CohortTerms cohort = planning(cohortId);
        List<PlanSession> all = sessions(cohort, command);
        UUID tenant = actor.get().tenant();
        Session.persist(all.stream().map(each -> new Session(tenant, cohort, each)));
    }

    /**
     * What a timetable would plan.
     *
     * @throws ProblemException 422 where it cannot be
     */
    List<PlanSession> sessions(CohortTerms cohort, PlanTimetable command) {
        List<PlanSession> all =
                command.sessions(cohort, Pathway.find(cohort.pathway()).orElseThrow());
        References faults = new References();
        List<Session.Time> times = Session.Time.of(planned(cohort, null));
        for (PlanSession each : all) {
            Session.Time time = Session.Time.of(each);
            if (times.stream().anyMatch(time::overlaps)) {
                refuseOverlap(faults, "/slots", each.on());
            }
            times.add(time);
        }
        faults.check();
        return all;
    }

    void replan(Session session, PlanSession command) {
        check(planning(session.cohortId), command, session.id);
        session.replan(command);
    }

    Session cancel(UUID id, CancellationReason why) {
        Session session = Session.lock(id);
        session.cancel(CohortTerms.of(session.cohortId).today(), why);
        Session.flush();
        return session;
    }

    /** The cohort, whose sessions nobody else plans until the transaction ends. */
    private CohortTerms planning(UUID cohortId) {
        SessionPlan.lock(cohortId);
        CohortTerms cohort = CohortTerms.of(cohortId);
        if (cohort.status() == CohortStatus.CLOSED) {
            throw ProblemException.of(SessionProblem.COHORT_CLOSED);
        }
        return cohort;
    }

    /** Those of a cohort that are held, but for one. */
    private static List<Session> planned(CohortTerms cohort, UUID except) {
        return Session.list(
                "cohortId = ?1 and id <> ?2 and cancelledOn is null and startsAt is not null",
                cohort.id(),
                except == null ? new UUID(0, 0) : except);
    }

    private static void check(CohortTerms cohort, PlanSession command, UUID itself) {
        References named = new References();
        Pathway.find(cohort.pathway()).orElseThrow().follow("/module", command.module(), named);
        if (command.on().isBefore(cohort.startsOn())
                || cohort.endsOn() != null && command.on().isAfter(cohort.endsOn())) {
            named.refuse(
                    "/on",
                    "outside-cohort",
                    "debe estar dentro de las fechas de la generación",
                    "must be within the cohort's dates");
        }
        if (Session.Time.of(planned(cohort, itself)).stream().anyMatch(Session.Time.of(command)::overlaps)) {
            refuseOverlap(named, "/startsAt", command.on());
        }
        named.check();
    }

    private static void refuseOverlap(References faults, String pointer, LocalDate on) {
        faults.refuse(
                pointer,
                "session-overlap",
                "se encima con otra sesión de la generación el " + on,
                "overlaps with another session of the cohort on " + on);
    }
}
