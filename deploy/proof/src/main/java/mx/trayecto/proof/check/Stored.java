package mx.trayecto.proof.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What an indicators database holds.
 *
 * @param facts the live ones by {@code tenant/subject/kind/item}, as text
 * @param cells by {@code tenant|counted|program|agreement|dimension|grain|start|value}
 * @param parked keys whose events wait
 */
public record Stored(Map<String, String> facts, Map<String, String> cells, long parked) {
    private static final String FACTS =
            "SELECT tenant_id, subject, kind, item, variant, participant, enrollment, program,"
                    + " cohort, center, agreement, happened_on, quantity FROM fact WHERE live";
    private static final String CELLS =
            "SELECT tenant_id, counted, program, agreement, dimension, grain, starts_on, value,"
                    + " facts, enrollments, members, quantity FROM cell_now";

    public static Stored read(Connection indicators) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        Map<String, String> cells = new HashMap<>();
        try (Statement statement = indicators.createStatement()) {
            try (ResultSet row = statement.executeQuery(FACTS)) {
                while (row.next()) {
                    Fact fact = fact(row);
                    facts.put(fact.key(), fact.text());
                }
            }
            try (ResultSet row = statement.executeQuery(CELLS)) {
                while (row.next()) {
                    cells.put(
                            "%s|%s|%s|%s|%s|%s|%s|%s"
                                    .formatted(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getString(6),
                                            row.getString(7),
                                            row.getString(8)),
                            Cells.text(row.getLong(9), row.getLong(10), row.getLong(11), row.getBigDecimal(12)));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM inbox_parked")) {
                row.next();
                return new Stored(facts, cells, row.getLong(1));
            }
        }
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3) + "/" + row.getString(4),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                new Fact.Place(row.getString(8), row.getString(9), row.getString(10), row.getString(11)),
                row.getDate(12).toLocalDate(),
                row.getBigDecimal(13),
                null);
    }
}
