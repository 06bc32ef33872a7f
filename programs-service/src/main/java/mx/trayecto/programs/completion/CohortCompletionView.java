package mx.trayecto.programs.completion;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** What a completion for many came to. */
record CohortCompletionView(
        @Schema(description = "The cohort") UUID id,
        @Schema(description = "The cohort's version") long version,
        UUID module,

        @Schema(description = "Enrolments that completed the module now")
        List<UUID> completed,

        @Schema(description = "Enrolments that had completed it before")
        List<UUID> unchanged)
        implements Versioned {}
