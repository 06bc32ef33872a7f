package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.outbox.Positions;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Compartments;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.eligibility.Verdict;

/** Who gets a seat: by capacity while there is one, otherwise in order of arrival. Runs in its caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Admissions {
    @Inject
    EntityManager database;

    @Inject
    EnrollmentStore store;

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    @Inject
    Compartments compartments;

    @Inject
    Positions positions;

    @Inject
    Sql sql;

    /**
     * Gives a seat, an offer of one where the cohort works with offers, or a place in the waiting list.
     *
     * @throws ProblemException 409 where she has a live enrolment in the programme
     */
    Enrollment admit(Admission asked, Seats.Locked into) {
        Enrollment enrollment = new Enrollment(actor.get().tenant(), asked, into.cohort());
        List<EnrollmentEvent> told = new ArrayList<>();
        told.add(EnrollmentEvent.of("applied", enrollment, asked.on()));
        told.add(place(enrollment, into, asked.on()));
        store.add(List.of(enrollment));
        log.append(told);
        return enrollment;
    }

    /** By capacity a seat, an offer of one, or a place in line for somebody who has applied. */
    EnrollmentEvent place(Enrollment enrollment, Seats.Locked into, LocalDate on) {
        if (into.free()) {
            return seat(enrollment, into, on, on);
        }
        int position = into.nextPosition();
        enrollment.waitlist(position, on);
        return EnrollmentEvent.of("waitlisted", enrollment, on).with("position", position);
    }

    /** Keeps an application that a person has to decide, in no seat and in no line. */
    Enrollment hold(Admission asked, CohortTerms cohort, Verdict verdict) {
        Enrollment enrollment = new Enrollment(actor.get().tenant(), asked, cohort);
        enrollment.ruleVersion = verdict.ruleVersion();
        store.add(List.of(enrollment));
        log.append(List.of(EnrollmentEvent.of("applied", enrollment, asked.on())));
        return enrollment;
    }

    /**
     * Keeps an application that cannot be admitted, with the reason.
     *
     * @param verdict what the programme's rule says, where that is the reason; else null
     */
    Enrollment refuse(Admission asked, CohortTerms cohort, RejectionReason why, Verdict verdict) {
        Enrollment enrollment = new Enrollment(actor.get().tenant(), asked, cohort);
        enrollment.reject(asked.on(), why);
        if (verdict != null) {
            enrollment.ruleVersion = verdict.ruleVersion();
        }
        store.add(List.of(enrollment));
        log.append(List.of(
                EnrollmentEvent.of("applied", enrollment, asked.on()),
                EnrollmentEvent.of("rejected", enrollment, asked.on()).with("reason", why.code())));
        return enrollment;
    }

    /**
     * Seats the first in line as long as there are free seats, and tells of it. The line is everybody's: a portal, which sees
     * its own alone, is not told by a position who got the seat that it gave back.
     */
    void advance(Seats.Locked into, LocalDate on) {
        compartments.beyond(() -> {
            log.append(seatInOrder(into, on));
            return null;
        });
        if (actor.get().sourceSystem().isPresent()) {
            sql.execute(); // so that their positions are noted by now
            positions.clear();
        }
    }

    /** A seat may have been given back on a day that is told late; the days to answer an offer of it begin when it is made. */
    private List<EnrollmentEvent> seatInOrder(Seats.Locked into, LocalDate on) {
        LocalDate today = into.cohort().today();
        List<EnrollmentEvent> told = new ArrayList<>();
        while (into.cohort().admits() && into.free()) {
            Enrollment next = first(into.cohort().id());
            if (next == null) {
                break;
            }
            told.add(seat(next, into, on.isBefore(next.statusOn) ? next.statusOn : on, on.isAfter(today) ? on : today));
            database.flush(); // so that the next look at the line no longer finds her
        }
        return told;
    }

    private static EnrollmentEvent seat(Enrollment enrollment, Seats.Locked into, LocalDate on, LocalDate made) {
        into.take();
        if (into.cohort().offerDays() == null) {
            enrollment.enroll(on);
            return EnrollmentEvent.of("enrolled", enrollment, on);
        }
        LocalDate expiresOn = made.plusDays(into.cohort().offerDays());
        enrollment.offer(on, expiresOn);
        return EnrollmentEvent.of("offered", enrollment, on).with("expiresOn", expiresOn);
    }

    private Enrollment first(UUID cohort) {
        return database.createQuery(
                        "FROM Enrollment WHERE cohortId = :cohort AND waitlistPosition IS NOT NULL"
                                + " ORDER BY waitlistPosition",
                        Enrollment.class)
                .setParameter("cohort", cohort)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
