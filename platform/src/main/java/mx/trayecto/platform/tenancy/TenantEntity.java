package mx.trayecto.platform.tenancy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.Session;

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

    /**
     * Those of these ids that the caller may see, under row locks, taken in order of the ids so that nobody waits in a
     * circle. In SQL: Hibernate translates a list of ids anew each time, which takes as long as reading hundreds of rows.
     */
    public static <T extends TenantEntity> List<T> lockAll(Class<T> type, Collection<UUID> ids) {
        String table = type.getAnnotation(Table.class).name();
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("SELECT * FROM " + table + " WHERE id = ANY (:ids) ORDER BY id FOR UPDATE", type)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .list();
    }

    /** A new id, ordered by time (RFC 9562, version 7). */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
