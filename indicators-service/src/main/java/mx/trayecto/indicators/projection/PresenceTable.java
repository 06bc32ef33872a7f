package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** Reference counts behind distinct persons and enrolments. */
final class PresenceTable {
    private static final String SELECT = "SELECT p.tenant_id, p.member, p.counted, p.slot, p.enrollment, p.refs"
            + " FROM presence p JOIN unnest(?::uuid[], ?::uuid[], ?::text[]) AS k (tenant_id, member, counted)"
            + " USING (tenant_id, member, counted)";

    private static final String WRITE = "INSERT INTO presence (tenant_id, member, counted, slot, enrollment, refs)"
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[])"
            + " ON CONFLICT (tenant_id, member, counted, slot, enrollment) DO UPDATE SET refs = EXCLUDED.refs";

    private static final String REMOVE = "DELETE FROM presence p"
            + " USING unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[])"
            + " AS k (tenant_id, member, counted, slot, enrollment) WHERE p.tenant_id = k.tenant_id"
            + " AND p.member = k.member AND p.counted = k.counted AND p.slot = k.slot AND p.enrollment = k.enrollment";

    private final Pipeline database;

    PresenceTable(Pipeline database) {
        this.database = database;
    }

    /** Everything the holders have under their names. */
    Map<PresenceKey, Long> of(Collection<PresenceKey.Holder> members) throws SQLException {
        Map<PresenceKey, Long> found = new HashMap<>();
        database.ask(
                        SELECT,
                        row -> found.put(
                                new PresenceKey(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getObject(4, UUID.class),
                                        row.getObject(5, UUID.class)),
                                row.getLong(6)),
                        Columns.of(members)
                                .uuid(PresenceKey.Holder::tenant)
                                .uuid(PresenceKey.Holder::id)
                                .text(PresenceKey.Holder::counted))
                .rows();
        return found;
    }

    /** Writes what the counts are now; those at zero go. */
    void write(Map<PresenceKey, Long> counts) {
        Map<PresenceKey, Long> held = new HashMap<>(counts);
        held.values().removeIf(refs -> refs == 0);
        if (!held.isEmpty()) {
            database.write(WRITE, key(held.keySet()).count(held::get));
        }
        List<PresenceKey> gone =
                counts.keySet().stream().filter(key -> counts.get(key) == 0).toList();
        if (!gone.isEmpty()) {
            database.write(REMOVE, key(gone));
        }
    }

    private static Columns<PresenceKey> key(Collection<PresenceKey> keys) {
        return Columns.of(keys)
                .uuid(PresenceKey::tenant)
                .uuid(PresenceKey::member)
                .text(PresenceKey::counted)
                .uuid(PresenceKey::slot)
                .uuid(PresenceKey::enrollment);
    }
}
