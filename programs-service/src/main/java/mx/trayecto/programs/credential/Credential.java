package mx.trayecto.programs.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.enrollment.Enrollment;

/** What a graduate holds: signed, and revocable. */
@Entity
class Credential extends TenantEntity {
    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @Column(name = "program_id", updatable = false)
    UUID programId;

    @Column(name = "criteria_version", updatable = false)
    int criteriaVersion;

    @Column(name = "graduated_on", updatable = false)
    LocalDate graduatedOn;

    @Column(name = "key_id", updatable = false)
    UUID keyId;

    /** Its bit in the tenant's list of those that were revoked. */
    @Column(name = "status_index", updatable = false)
    int statusIndex;

    @Column(updatable = false)
    String token;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Enumerated(EnumType.STRING)
    CredentialRevocation reason;

    protected Credential() {}

    /** Under an id by chance: one of the others says nothing about it. */
    Credential(Enrollment of, int statusIndex) {
        super(of.tenantId);
        id = UUID.randomUUID();
        enrollmentId = of.id;
        programId = of.programId;
        criteriaVersion = of.criteriaVersion;
        graduatedOn = of.graduatedOn;
        this.statusIndex = statusIndex;
    }

    static Optional<Credential> live(UUID enrollment) {
        return find("enrollmentId = ?1 and revokedAt is null", enrollment).firstResultOptional();
    }

    static Credential lock(UUID id) {
        return Credential.<Credential>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    /** Under a key that has been opened. */
    void sign(Signer signer, Map<String, ?> claims) {
        keyId = signer.key();
        token = signer.sign(claims);
    }

    /** @return whether it was not revoked before */
    boolean revoke(CredentialRevocation why) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = Instant.now();
        reason = why;
        return true;
    }
}
