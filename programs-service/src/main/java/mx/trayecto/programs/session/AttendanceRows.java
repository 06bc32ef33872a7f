package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import mx.trayecto.platform.tenancy.TenantEntity;

/** Attendances of a whole session, read and written in one statement each. */
@ApplicationScoped
class AttendanceRows {
    private static final String RECORDED = "SELECT enrollment_id, attended, hours FROM attendance"
            + " WHERE session_id = ? AND enrollment_id = ANY (?)";
    private static final String INSERT = """
            INSERT INTO attendance (tenant_id, id, version, created_at, session_id, enrollment_id, held_on,
              session_hours, attended, hours, recorded_by)
            SELECT ?, r.id, 0, now(), ?, r.enrollment_id, ?, ?, r.attended, r.hours, ?
              FROM unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::numeric[])
                AS r (id, enrollment_id, attended, hours)""";

    /** What is said of one enrolment. */
    record Row(UUID enrollment, boolean attended, BigDecimal hours) {
        boolean same(Row other) {
            return attended == other.attended && hours.compareTo(other.hours) == 0;
        }
    }

    @Inject
    EntityManager database;

    /** Those of {@code said} that the session has a record of, as recorded. */
    List<Row> recorded(UUID session, List<Row> said) {
        return database.unwrap(org.hibernate.Session.class).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(RECORDED)) {
                select.setObject(1, session);
                select.setArray(2, array(connection, "uuid", said, Row::enrollment));
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(row.getObject(1, UUID.class), row.getBoolean(2), row.getBigDecimal(3)));
                    }
                }
                return rows;
            }
        });
    }

    void insert(Session session, List<Row> fresh, String recordedBy) {
        if (fresh.isEmpty()) {
            return;
        }
        database.unwrap(org.hibernate.Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, session.tenantId);
                insert.setObject(2, session.id);
                insert.setObject(3, session.heldOn);
                insert.setBigDecimal(4, session.hours);
                insert.setString(5, recordedBy);
                insert.setArray(6, array(connection, "uuid", fresh, row -> TenantEntity.newId()));
                insert.setArray(7, array(connection, "uuid", fresh, Row::enrollment));
                insert.setArray(8, array(connection, "bool", fresh, Row::attended));
                insert.setArray(9, array(connection, "numeric", fresh, Row::hours));
                insert.executeUpdate();
            }
        });
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Row> rows, Function<Row, Object> column)
            throws java.sql.SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
