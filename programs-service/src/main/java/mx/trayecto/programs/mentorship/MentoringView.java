package mx.trayecto.programs.mentorship;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.programs.field.Hours;

/** A meeting of a mentorship as callers see it. */
record MentoringView(
        UUID id,
        long version,
        UUID mentorship,
        LocalDate on,
        BigDecimal hours,
        List<UUID> mentees,

        @Schema(description = "Subject of the token that recorded it")
        String recordedBy)
        implements Versioned {

    static MentoringView of(MentorshipSession s) {
        return new MentoringView(
                s.id, s.version, s.mentorshipId, s.heldOn, Hours.plain(s.hours), s.mentees, s.recordedBy);
    }
}
