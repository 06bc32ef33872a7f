package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** An id within its tenant. */
record TenantId(UUID tenant, UUID id) {
    static Columns<TenantId> columns(Collection<TenantId> ids) {
        return Columns.of(ids).uuid(TenantId::tenant).uuid(TenantId::id);
    }

    /** What is known of ids, by id. */
    static <T> Map<TenantId, T> map(Pipeline.Answer<Map.Entry<TenantId, T>> known) throws SQLException {
        return known.rows().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
