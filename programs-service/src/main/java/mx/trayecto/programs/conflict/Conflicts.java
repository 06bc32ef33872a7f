package mx.trayecto.programs.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.enrollment.EnrollmentStatus;

/**
 * Women with two live enrolments in a programme since their records were merged. Both stay until a person ends one: this
 * is her list of work. It is not kept but read, so an enrolment that ends or a merge that is taken back leaves it at
 * once. A protected woman is never on it: that two records are of one is for those alone who opened one of them, and who
 * did is known to participants-service, which lists her to them. Nor is an enrolment on it that names nobody, since
 * beside another it would name her; and the record that stands for her is told to those alone who see it: whoever is
 * limited may know it by an enrolment under it only.
 */
@ApplicationScoped
class Conflicts {
    private static final String READ = """
            WITH RECURSIVE hers (id, stands, protected) AS (
              SELECT k.id, k.id, k.protected
                FROM known_participant k
               WHERE k.merged_into IS NULL
                 AND k.id IN (SELECT m.merged_into FROM known_participant m WHERE m.merged_into IS NOT NULL)
               UNION
              SELECT k.id, h.stands, k.protected FROM known_participant k JOIN hers h ON k.merged_into = h.id
            ), told AS (
              SELECT stands FROM hers GROUP BY stands HAVING NOT bool_or(protected)
            ), live AS (
              SELECT h.stands, e.program_id, array_agg(e.id ORDER BY e.id) AS enrollments,
                     bool_or(e.participant_id = h.stands) AS named
                FROM hers h JOIN told USING (stands) JOIN enrollment e ON e.participant_id = h.id
               WHERE e.status IN (%s) AND NOT e.record_hidden
               GROUP BY 1, 2
              HAVING count(*) > 1
            )
            SELECT CASE WHEN named OR ? THEN stands END, program_id, enrollments FROM live
             WHERE enrollments[1] > ? ORDER BY enrollments[1] LIMIT ?""".formatted(Stream.of(EnrollmentStatus.values())
            .filter(EnrollmentStatus::live)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ")));

    @Inject
    Sql sql;

    @Inject
    Reach reach;

    /** Those whose first enrolment comes after an id, in the order of the first ones; as far as the actor sees both. */
    List<ConflictView> rows(UUID after, int most) {
        return sql.list(READ, Conflicts::view, reach.wholly(), after == null ? new UUID(0, 0) : after, most);
    }

    private static ConflictView view(ResultSet row) throws SQLException {
        return new ConflictView(row.getObject(1, UUID.class), row.getObject(2, UUID.class), Arrays.asList((UUID[])
                row.getArray(3).getArray()));
    }
}
