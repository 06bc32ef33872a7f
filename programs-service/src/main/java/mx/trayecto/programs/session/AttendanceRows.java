package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String ANY_RECORDED = "SELECT session_id, enrollment_id, attended, hours FROM attendance"
            + " WHERE session_id = ANY (?) AND enrollment_id = ANY (?)";
    private static final String INSERT = """
            INSERT INTO attendance (tenant_id, id, version, created_at, session_id, enrollment_id, held_on,
              session_hours, attended, hours, recorded_by)
            SELECT ?, r.id, 0, now(), r.session_id, r.enrollment_id, r.held_on, r.session_hours, r.attended, r.hours, ?
              FROM unnest(?::uuid[], ?::uuid[], ?::date[], ?::numeric[], ?::uuid[], ?::boolean[], ?::numeric[])
                AS r (id, session_id, held_on, session_hours, enrollment_id, attended, hours)""";

    /** What is said of one enrolment in one session. */
    record Said(UUID id, Session session, Row row) {
        static Said of(Session session, Row row) {
            return new Said(TenantEntity.newId(), session, row);
        }
    }

    /** A session and an enrolment. */
    record Key(UUID session, UUID enrollment) {}

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

    /** All that is recorded of some enrolments in some sessions. */
    Map<Key, Row> recorded(Collection<UUID> sessions, Collection<UUID> enrollments) {
        Map<Key, Row> recorded = new HashMap<>();
        sql.list(
                ANY_RECORDED,
                row -> recorded.put(
                        new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        new Row(row.getObject(2, UUID.class), row.getBoolean(3), row.getBigDecimal(4))),
                sessions,
                enrollments);
        return recorded;
    }

    /** Goes along with what tells of it: each statement sent by itself has all that was read compared with what it was. */
    void insert(List<Said> fresh, String recordedBy) {
        if (fresh.isEmpty()) {
            return;
        }
        Columns<Said> values = Columns.of(fresh)
                .uuid(Said::id)
                .uuid(said -> said.session().id)
                .date(said -> said.session().heldOn)
                .number(said -> said.session().hours)
                .uuid(said -> said.row().enrollment())
                .flag(said -> said.row().attended())
                .number(said -> said.row().hours());
        UUID tenant = fresh.getFirst().session().tenantId;
        sql.later(statements -> statements.write(INSERT, tenant, recordedBy, values));
    }
}
