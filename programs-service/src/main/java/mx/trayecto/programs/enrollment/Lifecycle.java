package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.field.References;

/**
 * The steps that people take an enrolment through. Whether a seat is taken or freed follows from the statuses before and
 * after, and a freed seat goes to the first in line in the same transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Lifecycle {
    @Inject
    EntityManager database;

    @Inject
    Seats seats;

    @Inject
    Admissions admissions;

    @Inject
    EnrollmentLog log;

    /** An enrolment under lock, what its cohort allows, and the day of the step. */
    record Case(Enrollment enrollment, CohortTerms cohort, LocalDate on) {
        EnrollmentEvent told(String what) {
            return EnrollmentEvent.of(what, enrollment, on);
        }
    }

    /**
     * Takes one step.
     *
     * @param given the day of the step; today at the centre where null
     * @param change changes the enrolment and says what happened
     */
    Enrollment step(UUID id, LocalDate given, Function<Case, EnrollmentEvent> change) {
        CohortTerms cohort = CohortTerms.of(Enrollment.cohortOf(id));
        CohortSeats counted = seats.lock(cohort.id());
        Enrollment enrollment = locked(id, cohort);
        LocalDate on = cohort.day(given, "/on");
        boolean seated = enrollment.status.seated();
        List<EnrollmentEvent> told = new ArrayList<>();
        told.add(change.apply(new Case(enrollment, cohort, on)));
        if (enrollment.status.seated() && !seated) {
            counted.take(cohort.capacity());
        } else if (seated && !enrollment.status.seated()) {
            counted.release();
        }
        store();
        if (seated && !enrollment.status.seated()) {
            told.addAll(admissions.advance(cohort, counted, on));
        }
        log.append(told);
        return enrollment;
    }

    /** Moves her to another cohort of her programme; both cohorts' seats change in one transaction. */
    Enrollment transfer(UUID id, UUID target, LocalDate given) {
        CohortTerms from = CohortTerms.of(Enrollment.cohortOf(id));
        CohortTerms to = target(target, from);
        seats.lockBoth(from.id(), to.id());
        Enrollment enrollment = locked(id, from);
        LocalDate on = to.day(given, "/on");
        boolean seated = enrollment.status.seated();
        enrollment.transfer(to, on);
        CohortSeats left = seats.lock(from.id());
        seats.lock(to.id()).take(to.capacity());
        if (seated) {
            left.release();
        }
        store();
        List<EnrollmentEvent> told = new ArrayList<>();
        told.add(EnrollmentEvent.of("transferred", enrollment, on)
                .with("fromCohort", from.id())
                .with("fromCenter", from.center()));
        if (!seated) {
            told.add(EnrollmentEvent.of(
                    enrollment.status == EnrollmentStatus.ACTIVE ? "activated" : "enrolled", enrollment, on));
        }
        if (seated) {
            told.addAll(admissions.advance(from, left, on));
        }
        log.append(told);
        return enrollment;
    }

    private static CohortTerms target(UUID id, CohortTerms from) {
        References named = new References();
        CohortTerms to = named.follow("/cohort", id, CohortTerms::find);
        if (to != null && (to.id().equals(from.id()) || !to.program().equals(from.program()))) {
            named.refuse(
                    "/cohort",
                    "other-program",
                    "debe ser otra generación del mismo programa",
                    "must be another cohort of the same program");
        }
        named.check();
        to.requireAdmitting();
        return to;
    }

    private Enrollment locked(UUID id, CohortTerms expected) {
        Enrollment enrollment = Enrollment.lock(id);
        if (!enrollment.cohortId.equals(expected.id())) {
            throw ProblemException.of(EnrollmentProblem.CHANGED_MEANWHILE);
        }
        return enrollment;
    }

    private void store() {
        try {
            database.flush();
        } catch (ConstraintViolationException refused) {
            throw OneLive.problem(refused);
        }
    }
}
