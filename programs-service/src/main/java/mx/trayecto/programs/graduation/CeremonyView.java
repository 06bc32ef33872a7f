package mx.trayecto.programs.graduation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A ceremony and whom of a cohort it recognises. */
record CeremonyView(
        UUID id,
        long version,
        UUID cohort,
        UUID center,
        LocalDate on,
        Bilingual title,
        @Schema(description = "Enrolments recognised now") List<UUID> recognised,

        @Schema(description = "Enrolments recognised at it before")
        List<UUID> unchanged)
        implements Versioned {}
