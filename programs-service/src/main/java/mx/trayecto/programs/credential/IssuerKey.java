package mx.trayecto.programs.credential;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A key that a tenant's credentials are signed with. */
@Entity
@Immutable
@Table(name = "issuer_key")
class IssuerKey extends TenantEntity {
    /** As JSON Web Key (RFC 7517), its public part alone. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "public_key")
    JsonNode publicKey;

    /** The whole key, sealed under its own id. */
    byte[] sealed;

    protected IssuerKey() {}

    IssuerKey(UUID tenant) {
        super(tenant);
    }

    /** The one that signs. */
    static Optional<IssuerKey> newest() {
        return find("order by createdAt desc, id desc").firstResultOptional();
    }
}
