package mx.trayecto.programs.credential;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** The credentials of a cohort's graduates. */
record CredentialsIssued(
        @Schema(description = "The cohort") UUID id,
        @Schema(description = "The cohort's version") long version,

        @Schema(description = "Enrolments of those who hold one now")
        List<UUID> holders)
        implements Versioned {}
