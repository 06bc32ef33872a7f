package mx.trayecto.platform.tenancy;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What every stored thing has: an id in order of registration, its tenant, a version for ETags. */
@MappedSuperclass
public abstract class TenantEntity extends PanacheEntityBase {
    /** UUIDv7, made when the thing is, so that events and answers can name it before it is stored. */
    @Id
    public UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    public UUID tenantId;

    @Version
    public long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    protected TenantEntity() {}

    protected TenantEntity(UUID tenantId) {
        this.id = newId();
        this.tenantId = tenantId;
        this.createdAt = Instant.now();
    }

    /** A new id, ordered by time (RFC 9562, version 7). */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
