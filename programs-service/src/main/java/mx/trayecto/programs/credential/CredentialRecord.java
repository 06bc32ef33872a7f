package mx.trayecto.programs.credential;

import java.time.LocalDate;
import java.util.UUID;

/** What is told of a credential; the last event holds. */
record CredentialRecord(
        UUID credential,
        UUID enrollment,
        UUID program,
        int criteriaVersion,
        LocalDate graduatedOn,
        CredentialRevocation reason) {
    static final String ISSUED = "mx.trayecto.credential.issued.v1";
    static final String REVOKED = "mx.trayecto.credential.revoked.v1";

    static CredentialRecord of(Credential c) {
        return new CredentialRecord(c.id, c.enrollmentId, c.programId, c.criteriaVersion, c.graduatedOn, c.reason);
    }
}
