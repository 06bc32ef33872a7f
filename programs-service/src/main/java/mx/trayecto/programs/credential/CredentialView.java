package mx.trayecto.programs.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A credential, to be given to its holder. */
@Schema(name = "Credential")
record CredentialView(
        UUID id,
        long version,
        UUID enrollment,
        UUID program,
        int criteriaVersion,
        LocalDate graduatedOn,

        @Schema(
                description =
                        "The credential itself: Open Badges 3.0 as a signed JSON Web Token. It tells that its holder"
                                + " graduated, and not who she is")
        String credential,

        @Schema(description = "Where anybody verifies it") String verification,

        Instant issuedAt,
        Instant revokedAt,
        CredentialRevocation reason)
        implements Versioned {

    static CredentialView of(Credential c, String verification) {
        return new CredentialView(
                c.id,
                c.version,
                c.enrollmentId,
                c.programId,
                c.criteriaVersion,
                c.graduatedOn,
                c.token,
                verification,
                c.createdAt,
                c.endedAt(),
                c.ended());
    }
}
