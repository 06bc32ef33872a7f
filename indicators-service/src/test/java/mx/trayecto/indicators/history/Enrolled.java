package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.UUID;

/** One enrolment as its events name it: whose it is, and where it stands. */
public record Enrolled(UUID enrollment, UUID participant, UUID program, UUID cohort, UUID center, UUID agreement) {
    /** Tells something that happened in it. */
    public Told tell(Story story, String what, LocalDate on) {
        return story.tell(
                        Story.ENROLLMENTS,
                        "enrollment." + what,
                        enrollment,
                        "enrollment",
                        enrollment,
                        "participant",
                        participant)
                .with("program", program)
                .with("cohort", cohort)
                .with("center", center)
                .with("agreement", agreement)
                .with("on", on);
    }

    /** Another woman's enrolment at the same place. */
    public Enrolled of(UUID otherEnrollment, UUID otherParticipant) {
        return new Enrolled(otherEnrollment, otherParticipant, program, cohort, center, agreement);
    }

    /** The same enrolment, elsewhere. */
    public Enrolled in(UUID otherCohort, UUID otherCenter, UUID otherAgreement) {
        return new Enrolled(enrollment, participant, program, otherCohort, otherCenter, otherAgreement);
    }
}
