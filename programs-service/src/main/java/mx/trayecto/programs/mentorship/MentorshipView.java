package mx.trayecto.programs.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A mentorship as callers see it. */
record MentorshipView(
        UUID id,
        long version,
        @Schema(description = "The mentor's enrolment") UUID mentor,

        @Schema(description = "Enrolments of those she accompanies")
        List<UUID> mentees,

        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {

    static MentorshipView of(Mentorship m) {
        return new MentorshipView(m.id, m.version, m.mentorEnrollmentId, m.mentees, m.startsOn, m.endsOn);
    }
}
