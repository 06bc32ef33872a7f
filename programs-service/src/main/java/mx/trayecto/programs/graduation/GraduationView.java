package mx.trayecto.programs.graduation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** What the evaluation of a cohort came to. All women are named by their enrolments. */
record GraduationView(
        @Schema(description = "The cohort") UUID id,
        @Schema(description = "The cohort's version") long version,
        LocalDate on,
        boolean dryRun,

        @Schema(description = "Version of the criteria that governs on that date")
        int criteriaVersion,

        @Schema(description = "Who graduates; in a dry run, who would")
        List<UUID> graduated,

        @Schema(description = "Those among them who met the criteria but for what they were excepted from")
        List<UUID> byException,

        @Schema(description = "Who had graduated before") List<UUID> alreadyGraduated,
        List<NotGraduated> notGraduated)
        implements Versioned {

    /** A woman who does not graduate, and all that she lacks. */
    record NotGraduated(UUID enrollment, List<Missing> missing) {}
}
