package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.programs.field.Hours;

/** An attendance as callers see it. */
record AttendanceView(
        UUID id,
        long version,
        UUID session,
        UUID enrollment,
        LocalDate on,
        boolean attended,
        BigDecimal hours,

        @Schema(description = "Code of the last correction's reason")
        String reason,

        @Schema(description = "Subject of the token that recorded or last corrected it")
        String recordedBy)
        implements Versioned {

    static AttendanceView of(Attendance a) {
        return new AttendanceView(
                a.id,
                a.version,
                a.sessionId,
                a.enrollmentId,
                a.heldOn,
                a.attended,
                Hours.plain(a.hours),
                a.reason,
                a.recordedBy);
    }
}
