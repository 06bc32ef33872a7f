package mx.trayecto.platform.reconciliation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** Where the aggregates of a topic stand in this service's database, of all tenants. */
@ApplicationScoped
class Positions {
    /** Most in one page. */
    static final int PAGE = 1_000;

    private static final String APPLIED = """
            SELECT held.*, aside.epoch, aside.sequence
              FROM ((SELECT tenant_id, aggregate_id, epoch, sequence FROM inbox_sequence
                      WHERE topic = ? AND aggregate_id > ? ORDER BY aggregate_id LIMIT %1$d)
                    UNION ALL
                    (SELECT tenant_id, aggregate_id, 0, 0 FROM inbox_parked p
                      WHERE topic = ? AND aggregate_id > ? AND tenant_id IS NOT NULL
                        AND NOT EXISTS (SELECT FROM inbox_sequence s
                                         WHERE s.topic = p.topic AND s.aggregate_id = p.aggregate_id)
                      ORDER BY aggregate_id LIMIT %1$d)
                    ORDER BY aggregate_id LIMIT %1$d) held
              LEFT JOIN (
                SELECT DISTINCT ON (aggregate_id) aggregate_id, (headers ->> 'ce_epoch')::int AS epoch,
                       (headers ->> 'ce_sequence')::bigint AS sequence
                  FROM dead_letter
                 WHERE topic = ? AND headers ->> 'ce_epoch' ~ '^[0-9]{1,9}$'
                   AND headers ->> 'ce_sequence' ~ '^[0-9]{1,18}$'
                 ORDER BY aggregate_id, 2 DESC, 3 DESC) aside USING (aggregate_id)
             ORDER BY aggregate_id""".formatted(PAGE);
    private static final String PUBLISHED =
            "SELECT tenant_id, aggregate_id, epoch, last_sequence, NULL::int, NULL::bigint"
                    + " FROM event_counter WHERE topic = ? AND (tenant_id, aggregate_id) > (?, ?)"
                    + " ORDER BY tenant_id, aggregate_id LIMIT " + PAGE;
    private static final String GIVEN =
            " FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::int[], ?::bigint[])"
                    + " WITH ORDINALITY AS g (tenant_id, aggregate_id, epoch, sequence, aside_epoch, aside_sequence, n)";

    /** What is set aside was lost too; what nothing was applied of is found the other way round, as missing. */
    private static final String COMPARED = "SELECT g.n, c.aggregate_id IS NULL,"
            + " (g.epoch, g.sequence) > (c.epoch, c.last_sequence)"
            + " OR (g.aside_epoch, g.aside_sequence) > (c.epoch, c.last_sequence),"
            + " g.epoch > 0 AND (g.epoch, g.sequence) < (c.epoch, c.last_sequence)"
            + GIVEN + " LEFT JOIN event_counter c USING (tenant_id, aggregate_id) ORDER BY g.n";

    private static final String MISSING = "SELECT g.n" + GIVEN + " WHERE NOT EXISTS (SELECT FROM inbox_sequence i"
            + " WHERE i.topic = ? AND i.aggregate_id = g.aggregate_id) ORDER BY g.n";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    /** What this service has applied of a topic, by aggregate. */
    List<Position> applied(String topic, UUID after) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(APPLIED)) {
            select.setString(1, topic);
            select.setObject(2, after);
            select.setString(3, topic);
            select.setObject(4, after);
            select.setString(5, topic);
            return read(select);
        }
    }

    /** What this service has written for a topic, by tenant and aggregate. */
    List<Position> published(String topic, UUID tenant, UUID after) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
            select.setString(1, topic);
            select.setObject(2, tenant);
            select.setObject(3, after);
            return read(select);
        }
    }

    /** What a consumer holds, against what this service has written. */
    Differences compare(List<Position> held) throws SQLException {
        List<Position> ahead = new ArrayList<>();
        List<Position> behind = new ArrayList<>();
        List<Position> unknown = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = given(connection, COMPARED, held);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Position position = held.get(row.getInt(1) - 1);
                if (row.getBoolean(2)) {
                    unknown.add(position);
                } else if (row.getBoolean(3)) {
                    ahead.add(position);
                } else if (row.getBoolean(4)) {
                    behind.add(position);
                }
            }
        }
        return new Differences(ahead, behind, unknown, 0);
    }

    /** Those of which this service has applied nothing. */
    List<Position> missing(String topic, List<Position> written) throws SQLException {
        List<Position> missing = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = given(connection, MISSING, written)) {
            select.setString(7, topic);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    missing.add(written.get(row.getInt(1) - 1));
                }
            }
        }
        return missing;
    }

    private static PreparedStatement given(Connection connection, String sql, List<Position> positions)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, column(connection, "uuid", positions, Position::tenant));
        statement.setArray(2, column(connection, "uuid", positions, Position::aggregate));
        statement.setArray(3, column(connection, "int4", positions, Position::epoch));
        statement.setArray(4, column(connection, "int8", positions, Position::sequence));
        statement.setArray(5, column(connection, "int4", positions, Position::asideEpoch));
        statement.setArray(6, column(connection, "int8", positions, Position::asideSequence));
        return statement;
    }

    private static java.sql.Array column(
            Connection connection, String type, List<Position> positions, Function<Position, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, positions.stream().map(value).toArray());
    }

    private static List<Position> read(PreparedStatement select) throws SQLException {
        List<Position> positions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                positions.add(new Position(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getLong(4),
                        row.getObject(5, Integer.class),
                        row.getObject(6, Long.class)));
            }
        }
        return positions;
    }
}
