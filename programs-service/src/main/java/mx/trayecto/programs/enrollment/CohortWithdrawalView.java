package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** Who of a cohort left together. */
record CohortWithdrawalView(
        @Schema(description = "The withdrawal; absent in a dry run")
        UUID id,

        @Schema(description = "The cohort's version") long version,
        UUID cohort,
        LocalDate on,
        boolean dryRun,

        @Schema(description = "Enrolments that are withdrawn; in a dry run, that would be")
        List<UUID> withdrawn,

        @Schema(
                description =
                        "Enrolments that are rejected (`cohort-closed`), for they never held a seat but by an offer;"
                                + " in a dry run, that would be")
        List<UUID> rejected)
        implements Versioned {}
