package mx.trayecto.proof.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads what the owners keep, as the superuser who sees everything. */
public final class KeptReader {
    private static final String DEEDS = "SELECT trace_id, action, count(*), min(resource_id::text) FROM audit_entry"
            + " WHERE tenant_id = ? AND action NOT LIKE 'read%' AND trace_id IS NOT NULL GROUP BY trace_id, action";

    private final UUID tenant;
    private final Map<String, Integer> deeds = new HashMap<>();
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, String> rows = new HashMap<>();

    public KeptReader(UUID tenant) {
        this.tenant = tenant;
    }

    public Kept read(Connection participants, Connection programs) throws SQLException {
        audited(participants);
        audited(programs);
        rows(participants, "participant", "SELECT id::text, '' FROM participant WHERE tenant_id = ?");
        rows(
                programs,
                "enrollment",
                "SELECT id::text, participant_id || ' ' || cohort_id || ' ' || lower(status) FROM enrollment"
                        + " WHERE tenant_id = ?");
        rows(
                programs,
                "attendance",
                "SELECT session_id || '/' || enrollment_id, attended || ' ' || trim_scale(hours) FROM attendance"
                        + " WHERE tenant_id = ?");
        rows(
                programs,
                "completion",
                "SELECT enrollment_id || '/' || module_id, '' FROM completion WHERE tenant_id = ?");
        rows(programs, "session", "SELECT id::text, cohort_id::text FROM session WHERE tenant_id = ?");
        return new Kept(deeds, resources, rows);
    }

    private void audited(Connection owner) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(DEEDS)) {
            select.setObject(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    deeds.merge(row.getString(1) + "/" + row.getString(2), row.getInt(3), Integer::sum);
                    resources.put(row.getString(1), row.getString(4));
                }
            }
        }
    }

    private void rows(Connection owner, String table, String query) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(query)) {
            select.setObject(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(Kept.key(table, row.getString(1)), row.getString(2));
                }
            }
        }
    }
}
