package mx.trayecto.programs.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.programs.field.Hours;

/** A completed module as callers see it. */
record CompletionView(
        UUID id,
        long version,
        UUID enrollment,
        UUID module,
        String moduleCode,
        LocalDate on,
        BigDecimal hours,
        String source,

        @Schema(description = "Subject of the token that recorded it")
        String recordedBy,

        CompletionStatus status,

        @Schema(description = "Of a revoked one") Revocation revocation)
        implements Versioned {

    /** Why a completion was revoked, by whom and when. */
    @Schema(name = "CompletionRevocation")
    record Revocation(
            RevocationReason reason,

            @Schema(description = "Subject of the token that revoked it")
            String by,

            Instant at) {}

    static CompletionView of(Completion c) {
        return new CompletionView(
                c.id,
                c.version,
                c.enrollmentId,
                c.moduleId,
                c.moduleCode,
                c.completedOn,
                Hours.plain(c.hours),
                c.source,
                c.recordedBy,
                c.status,
                c.holds() ? null : new Revocation(c.reason, c.revokedBy, c.revokedAt));
    }
}
