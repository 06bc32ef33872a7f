package mx.trayecto.programs.enrollment;

import java.util.EnumSet;
import java.util.Set;

import static mx.trayecto.programs.enrollment.EnrollmentStatus.ACTIVE;
import static mx.trayecto.programs.enrollment.EnrollmentStatus.APPLIED;
import static mx.trayecto.programs.enrollment.EnrollmentStatus.DEFERRED;
import static mx.trayecto.programs.enrollment.EnrollmentStatus.ENROLLED;
import static mx.trayecto.programs.enrollment.EnrollmentStatus.GRADUATED;
import static mx.trayecto.programs.enrollment.EnrollmentStatus.OFFERED;
import static mx.trayecto.programs.enrollment.EnrollmentStatus.WAITLISTED;

/** The steps of an enrolment and the statuses that each may be taken from. */
enum Step {
    ADMIT(APPLIED),
    WAITLIST(APPLIED),
    OFFER(APPLIED, WAITLISTED),
    ENROLL(APPLIED, WAITLISTED),
    ACCEPT(OFFERED),
    DECLINE(OFFERED),
    EXPIRE(OFFERED),
    ACTIVATE(ENROLLED, DEFERRED),
    GRADUATE(ENROLLED, ACTIVE),
    REVOKE_GRADUATION(GRADUATED),
    WITHDRAW(APPLIED, WAITLISTED, OFFERED, ENROLLED, ACTIVE, DEFERRED),
    REJECT(APPLIED, WAITLISTED, OFFERED),
    TRANSFER(WAITLISTED, ENROLLED, ACTIVE, DEFERRED),
    DEFER(ENROLLED, ACTIVE);

    private final Set<EnrollmentStatus> from;

    Step(EnrollmentStatus first, EnrollmentStatus... others) {
        from = EnumSet.of(first, others);
    }

    boolean allowedFrom(EnrollmentStatus status) {
        return from.contains(status);
    }
}
