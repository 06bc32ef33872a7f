package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import mx.trayecto.platform.testing.Database;

/** The service's cells in the words of {@link Reckoning}. */
final class Kept {
    private Kept() {}

    static Map<String, String> of(UUID tenant) throws SQLException {
        Map<String, String> kept = new TreeMap<>();
        Database.query(
                        "indicators",
                        "SELECT counted || '|' || dimension || '|' || value || '|'"
                                + " || CASE grain WHEN 'all' THEN 'all' ELSE starts_on::text END || '='"
                                + " || facts || '/' || enrollments || '/' || members || '/' || quantity"
                                + " FROM cell_now WHERE tenant_id = ? AND grain IN ('all', 'month')"
                                + " AND dimension <> 'state' AND program = ? AND agreement = ?",
                        tenant,
                        new UUID(0, 0),
                        new UUID(0, 0))
                .forEach(line -> kept.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return kept;
    }
}
