package mx.trayecto.platform.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

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
        return ask(APPLIED, Positions::position, topic, after, topic, after, topic);
    }

    /** What this service has written for a topic, by tenant and aggregate. */
    List<Position> published(String topic, UUID tenant, UUID after) throws SQLException {
        return ask(PUBLISHED, Positions::position, topic, tenant, after);
    }

    /** What a consumer holds, against what this service has written. */
    Differences compare(List<Position> held) throws SQLException {
        List<Position> ahead = new ArrayList<>();
        List<Position> behind = new ArrayList<>();
        List<Position> unknown = new ArrayList<>();
        ask(
                COMPARED,
                row -> {
                    Position position = held.get(row.getInt(1) - 1);
                    if (row.getBoolean(2)) {
                        unknown.add(position);
                    } else if (row.getBoolean(3)) {
                        ahead.add(position);
                    } else if (row.getBoolean(4)) {
                        behind.add(position);
                    }
                    return position;
                },
                given(held));
        return new Differences(ahead, behind, unknown, 0);
    }

    /** Those of which this service has applied nothing. */
    List<Position> missing(String topic, List<Position> written) throws SQLException {
        return ask(MISSING, row -> written.get(row.getInt(1) - 1), given(written), topic);
    }

    private <T> List<T> ask(String query, Pipeline.Row<T> as, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Pipeline(connection).ask(query, as, values).rows();
        }
    }

    private static Columns<Position> given(List<Position> positions) {
        return Columns.of(positions)
                .uuid(Position::tenant)
                .uuid(Position::aggregate)
                .whole(Position::epoch)
                .count(Position::sequence)
                .whole(Position::asideEpoch)
                .count(Position::asideSequence);
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getLong(4),
                row.getObject(5, Integer.class),
                row.getObject(6, Long.class));
    }
}
