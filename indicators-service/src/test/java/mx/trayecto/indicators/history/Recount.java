package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.testing.Database;

/** Cells beside what counting all facts anew gives. */
public final class Recount {
    private static final String COLUMNS = "counted, program, agreement, dimension, grain, starts_on, value, facts,"
            + " enrollments, members, quantity, at_least, about, at_most";

    private Recount() {}

    /** The first few cells that are kept otherwise than recounted, each as it is on both sides. */
    public static List<String> differences(UUID tenant) throws SQLException {
        String kept = "SELECT " + COLUMNS + " FROM cell_now WHERE tenant_id = ?";
        String counted = "SELECT " + COLUMNS + " FROM recount WHERE tenant_id = ?";
        return Database.query(
                "indicators",
                "(SELECT 'kept ' || k::text FROM (" + kept + " EXCEPT " + counted + ") k) UNION ALL"
                        + " (SELECT 'recounted ' || k::text FROM (" + counted + " EXCEPT " + kept + ") k)"
                        + " ORDER BY 1 LIMIT 20",
                tenant,
                tenant,
                tenant,
                tenant);
    }

    static List<String> cells(UUID tenant) throws SQLException {
        return Database.query(
                "indicators",
                "SELECT c::text FROM (SELECT " + COLUMNS + " FROM cell_now WHERE tenant_id = ?) c ORDER BY 1",
                tenant);
    }
}
