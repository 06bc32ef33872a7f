package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
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
    Sql sql;

    /** Those of {@code said} that the session has a record of, as recorded. */
    List<Row> recorded(UUID session, List<Row> said) {
        return sql.list(
                RECORDED,
                row -> new Row(row.getObject(1, UUID.class), row.getBoolean(2), row.getBigDecimal(3)),
                session,
                Columns.of(said).uuid(Row::enrollment));
    }

    void insert(Session session, List<Row> fresh, String recordedBy) {
        if (fresh.isEmpty()) {
            return;
        }
        sql.execute(
                INSERT,
                session.tenantId,
                session.id,
                session.heldOn,
                session.hours,
                recordedBy,
                Columns.of(fresh)
                        .uuid(row -> TenantEntity.newId())
                        .uuid(Row::enrollment)
                        .flag(Row::attended)
                        .number(Row::hours));
    }
}
