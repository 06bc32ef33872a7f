package mx.trayecto.programs.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A key that a tenant's credentials are signed with, from when it was made until the next one was. */
@Entity
@Table(name = "issuer_key")
class IssuerKey extends TenantEntity {
    /** As JSON Web Key (RFC 7517), its public part alone. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "public_key", updatable = false)
    JsonNode publicKey;

    /** The whole key, sealed under its own id. */
    @Column(updatable = false)
    byte[] sealed;

    /** When the next one took over; null as long as it signs. */
    @Column(name = "retired_at")
    Instant retiredAt;

    /** Since when nothing that it signed is to be believed. */
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    protected IssuerKey() {}

    IssuerKey(UUID tenant) {
        super(tenant);
    }

    /** The one that signs. */
    static Optional<IssuerKey> signing() {
        return find("retiredAt is null").firstResultOptional();
    }

    /** It signs no more; what it signed goes on being verified with it. */
    void retire() {
        retiredAt = now();
    }

    /** Others may have it: whatever it signed may be forged, and when, nobody can tell. It signs no more before that. */
    void withdraw() {
        if (withdrawnAt == null) {
            withdrawnAt = now();
        }
    }

    /** As the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
