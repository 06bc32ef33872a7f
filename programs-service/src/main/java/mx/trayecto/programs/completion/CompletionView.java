package mx.trayecto.programs.completion;

import java.math.BigDecimal;
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
        String recordedBy)
        implements Versioned {

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
                c.recordedBy);
    }
}
