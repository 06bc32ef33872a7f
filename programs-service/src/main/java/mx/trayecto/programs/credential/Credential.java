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

import org.hibernate.annotations.Formula;

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

    @Formula("(SELECT k.withdrawn_at FROM issuer_key k WHERE k.tenant_id = tenant_id AND k.id = key_id)")
    Instant keyWithdrawnAt;

    /** In which of the tenant's lists it is told whether it was revoked. */
    @Column(name = "status_list", updatable = false)
    int statusList;

    /** Its bit in that list. */
    @Column(name = "status_index", updatable = false)
    int statusIndex;

    @Column(updatable = false)
    String token;

    @Column(name = "revoked_at")
    Instant revokedAt;

    /** Why it was revoked by itself. */
    @Enumerated(EnumType.STRING)
    CredentialRevocation reason;

    protected Credential() {}

    /** Under an id by chance: one of the others says nothing about it. */
    Credential(Enrollment of, StatusPlaces.Place place) {
        super(of.tenantId);
        id = UUID.randomUUID();
        enrollmentId = of.id;
        programId = of.programId;
        criteriaVersion = of.criteriaVersion;
        graduatedOn = of.graduatedOn;
        statusList = place.list();
        statusIndex = place.index();
    }

    /** The one that was issued last, unless it was revoked; whether it holds, its key says too. */
    static Optional<Credential> last(UUID enrollment) {
        return find("enrollmentId = ?1 and revokedAt is null", enrollment).firstResultOptional();
    }

    static Credential lock(UUID id) {
        return Credential.<Credential>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    /** Under a key that has been opened. */
    void sign(Signer signer, Map<String, ?> claims) {
        keyId = signer.key();
        token = signer.sign(Badge.TYPE, claims);
    }

    boolean holds() {
        return endedAt() == null;
    }

    /** Since when it holds no longer, for itself or for the key that signed it; null where it holds. */
    Instant endedAt() {
        return revokedAt == null ? keyWithdrawnAt : revokedAt;
    }

    /** Why it holds no longer; null where it holds. */
    CredentialRevocation ended() {
        return revokedAt == null && keyWithdrawnAt != null ? CredentialRevocation.KEY_WITHDRAWN : reason;
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
