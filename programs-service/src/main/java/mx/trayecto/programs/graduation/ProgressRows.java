package mx.trayecto.programs.graduation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.instrument.InstrumentKind;

/** What many women have done, read in one statement. */
@ApplicationScoped
class ProgressRows {
    private static final String READ = """
            WITH hers AS (
              SELECT unnest(?::uuid[]) AS id
            ), stays AS MATERIALIZED (
              SELECT enrollment_id AS id, cohort_id, from_on, until_on FROM stay WHERE enrollment_id = ANY (?)
            ), held AS (
              SELECT y.id, s.id AS session_id, s.hours
                FROM stays y
                JOIN held_sessions((SELECT array_agg(DISTINCT cohort_id) FROM stays), ?) s
                  ON s.cohort_id = y.cohort_id AND s.held_on >= y.from_on
                 AND (y.until_on IS NULL OR s.held_on < y.until_on)
            ), recorded AS (
              SELECT enrollment_id AS id, session_id, attended, hours, session_hours
                FROM attendance WHERE enrollment_id = ANY (?) AND held_on <= ?
            ), counted AS (
              SELECT id, count(*) FILTER (WHERE r.attended) AS sessions, sum(r.hours) AS attended,
                     sum(COALESCE(r.session_hours, h.hours)) AS held
                FROM held h FULL JOIN recorded r USING (id, session_id)
               WHERE r.attended OR h.hours IS NOT NULL
               GROUP BY 1
            ), completed AS (
              SELECT enrollment_id AS id, array_agg(module_code) AS modules, sum(hours) AS hours
                FROM completion WHERE enrollment_id = ANY (?) AND completed_on <= ? AND status = 'RECORDED' GROUP BY 1
            ), answered AS (
              SELECT enrollment_id AS id, array_agg(DISTINCT kind) AS kinds
                FROM survey_response WHERE enrollment_id = ANY (?) AND answered_on <= ? GROUP BY 1
            ), followed AS (
              SELECT enrollment_id AS id, count(*) AS times
                FROM follow_up WHERE enrollment_id = ANY (?) AND made_on <= ? GROUP BY 1
            )
            SELECT id, COALESCE(s.sessions, 0), COALESCE(s.attended, 0), COALESCE(s.held, 0),
                   COALESCE(c.modules, '{}'), COALESCE(c.hours, 0), COALESCE(a.kinds, '{}'), COALESCE(f.times, 0)
              FROM hers
              LEFT JOIN counted s USING (id) LEFT JOIN completed c USING (id)
              LEFT JOIN answered a USING (id) LEFT JOIN followed f USING (id)""";

    @Inject
    Sql sql;

    /** By enrolment, everything dated on or before {@code day}. */
    Map<UUID, Progress> by(LocalDate day, Collection<UUID> enrollments) {
        return sql
                .list(
                        READ,
                        ProgressRows::progress,
                        enrollments,
                        enrollments,
                        day,
                        enrollments,
                        day,
                        enrollments,
                        day,
                        enrollments,
                        day,
                        enrollments,
                        day)
                .stream()
                .collect(Collectors.toMap(Progress::enrollment, Function.identity()));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        BigDecimal attended = row.getBigDecimal(3);
        Set<InstrumentKind> kinds =
                texts(row, 7).map(InstrumentKind::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return new Progress(
                row.getObject(1, UUID.class),
                row.getInt(2),
                new AttendanceShare(attended, row.getBigDecimal(4)),
                texts(row, 5).collect(Collectors.toCollection(TreeSet::new)),
                row.getBigDecimal(6),
                kinds,
                row.getInt(8));
    }

    private static Stream<String> texts(ResultSet row, int column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
