package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    OneLive oneLive;

    @Inject
    EnrollmentLog log;

    @Inject
    Event<GraduationRevoked> revoked;

    /** An enrolment under lock, what its cohort allows, and the day of the step. */
    record Case(Enrollment enrollment, CohortTerms cohort, LocalDate on) {
        /** Lets it happen that day, and says what it was. */
        EnrollmentEvent after(BiConsumer<Enrollment, LocalDate> change, String what) {
            change.accept(enrollment, on);
            return told(what);
        }

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
        Seats.Locked in = lock(EnrollmentRows.cohortOf(id));
        Enrollment enrollment = locked(id, in.cohort());
        LocalDate on = in.cohort().day(given, "/on");
        boolean seated = enrollment.status.seated();
        boolean live = enrollment.status.live();
        boolean graduated = enrollment.status == EnrollmentStatus.GRADUATED;
        EnrollmentEvent told = change.apply(new Case(enrollment, in.cohort(), on));
        if (enrollment.status.live() && !live) {
            oneLive.require(enrollment);
        }
        if (enrollment.status.seated() && !seated) {
            in.take();
        }
        store();
        if (graduated && enrollment.status != EnrollmentStatus.GRADUATED) {
            revoked.fire(new GraduationRevoked(enrollment.id));
        }
        if (seated && !enrollment.status.seated()) {
            release(in, on);
        }
        log.append(List.of(told));
        return enrollment;
    }

    /** Lets in somebody about whom a person had to decide: by capacity a seat, an offer, or a place in line. */
    Enrollment admit(UUID id, LocalDate given) {
        Seats.Locked in = lock(EnrollmentRows.cohortOf(id));
        Enrollment enrollment = locked(id, in.cohort());
        enrollment.require(Step.ADMIT);
        in.cohort().requireAdmitting();
        EnrollmentEvent told = admissions.place(enrollment, in, in.cohort().day(given, "/on"));
        store();
        log.append(List.of(told));
        return enrollment;
    }

    /** Moves her to another cohort of her programme; both cohorts' seats change in one transaction. */
    Enrollment transfer(UUID id, UUID target, LocalDate given) {
        UUID left = EnrollmentRows.cohortOf(id);
        Map<UUID, Optional<Seats.Locked>> both = new TreeMap<>();
        Stream.of(left, target).distinct().sorted().forEach(cohort -> both.put(cohort, seats.lock(cohort)));
        Seats.Locked from = both.get(left).orElseThrow(ProblemException::notFound);
        Seats.Locked to = target(both.get(target), from.cohort());
        Enrollment enrollment = locked(id, from.cohort());
        LocalDate on = to.cohort().day(given, "/on");
        boolean seated = enrollment.status.seated();
        enrollment.transfer(to.cohort(), on);
        to.take();
        store();
        List<EnrollmentEvent> told = new ArrayList<>();
        told.add(EnrollmentEvent.of("transferred", enrollment, on)
                .with("fromCohort", from.cohort().id())
                .with("fromCenter", from.cohort().center()));
        if (seated) {
            release(from, on);
        } else {
            told.add(
                    enrollment.status == EnrollmentStatus.ACTIVE
                            ? EnrollmentEvent.of("activated", enrollment, on)
                            // who was enrolled before she was away has been enrolled since then: her date stays
                            : EnrollmentEvent.of("enrolled", enrollment, enrollment.enrolledOn));
        }
        log.append(told);
        return enrollment;
    }

    private Seats.Locked lock(UUID cohort) {
        return seats.lock(cohort).orElseThrow(ProblemException::notFound);
    }

    private void release(Seats.Locked in, LocalDate on) {
        in.release();
        admissions.advance(in, on);
    }

    private static Seats.Locked target(Optional<Seats.Locked> named, CohortTerms from) {
        References faults = new References();
        if (named.isEmpty()) {
            faults.unknown("/cohort").check();
        }
        CohortTerms to = named.orElseThrow().cohort();
        if (to.id().equals(from.id()) || !to.program().equals(from.program())) {
            faults.refuse(
                    "/cohort",
                    "other-program",
                    "debe ser otra generación del mismo programa",
                    "must be another cohort of the same program");
        } else if (!to.pathway().equals(from.pathway())) {
            faults.refuse(
                    "/cohort",
                    "other-pathway",
                    "sigue otra versión del trayecto, y ella permanece en la suya",
                    "follows another version of the pathway, and she stays on hers");
        }
        faults.check();
        to.requireAdmitting();
        return named.orElseThrow();
    }

    private static Enrollment locked(UUID id, CohortTerms expected) {
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
