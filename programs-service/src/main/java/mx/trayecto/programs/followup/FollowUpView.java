package mx.trayecto.programs.followup;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A follow-up as callers see it. */
record FollowUpView(
        UUID id,
        long version,
        UUID enrollment,
        LocalDate on,
        FollowUpKind kind,
        UUID staff,

        @Schema(description = "Subject of the token that recorded it")
        String recordedBy,

        @Schema(description = "Only for those who may write follow-ups; absent once her key was destroyed")
        String text)
        implements Versioned {

    @Override
    public String variant() {
        return text == null ? null : "text";
    }

    static FollowUpView of(FollowUp f, String text) {
        return new FollowUpView(f.id, f.version, f.enrollmentId, f.madeOn, f.kind, f.staffId, f.recordedBy, text);
    }
}
