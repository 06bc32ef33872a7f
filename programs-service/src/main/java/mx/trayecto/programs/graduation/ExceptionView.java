package mx.trayecto.programs.graduation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.KeptDocument;

/** What of the criteria one woman need not meet. */
@Schema(name = "GraduationException")
record ExceptionView(
        UUID id,
        long version,
        UUID enrollment,
        List<Waiver> waives,
        ExceptionReason reason,
        KeptDocument document,

        @Schema(description = "An accepted one serves one graduation; where that is revoked it has lapsed")
        GraduationException.Status status,

        @Schema(description = "Subject of the token that asked for it")
        String requestedBy,

        @Schema(description = "Subject of the token that decided it")
        String reviewedBy,

        Instant reviewedAt)
        implements Versioned {

    static ExceptionView of(GraduationException e) {
        return new ExceptionView(
                e.id,
                e.version,
                e.enrollmentId,
                e.waives,
                e.reason,
                KeptDocument.of(e.document),
                e.status,
                e.requestedBy,
                e.reviewedBy,
                e.reviewedAt);
    }
}
