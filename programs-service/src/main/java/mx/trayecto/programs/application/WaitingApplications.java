package mx.trayecto.programs.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/**
 * Applications not decided yet, of all tenants, as the worker role sees them: one line for each cohort, in order of
 * arrival. Who is first in it:
 *
 * <ul>
 *   <li>One whose participant is not known yet stands aside. Her snapshot may take long or never come, and a line that
 *       waited for it would starve everybody behind her; she takes her place when she is known.
 *   <li>One whose decision failed keeps her place for {@value #PATIENCE} tries, a few seconds, and the line waits for
 *       her: a connection cut off must not cost her the seat. After that the others go on without her.
 * </ul>
 */
@ApplicationScoped
class WaitingApplications {
    private static final int PATIENCE = 3;

    /** The first of one tenant's line for a cohort; both are parameters, in this order. */
    static final String FIRST = """
            SELECT i.id, i.participant_id, i.applied_on, i.source_system, i.next_attempt_at, i.traceparent,
                   i.record_hidden
              FROM application_intake i
             WHERE i.tenant_id = ? AND i.cohort_id = ? AND i.status = 'PENDING'
               AND (i.next_attempt_at <= now() OR i.attempts <= %d)
               AND EXISTS (SELECT FROM known_participant k
                            WHERE k.tenant_id = i.tenant_id AND k.id = i.participant_id)
             ORDER BY i.arrival LIMIT 1""".formatted(PATIENCE);

    private static final String LINES = """
            SELECT i.tenant_id, i.cohort_id FROM application_intake i
             WHERE i.status = 'PENDING' AND i.next_attempt_at <= now()
               AND EXISTS (SELECT FROM known_participant k
                            WHERE k.tenant_id = i.tenant_id AND k.id = i.participant_id)
             GROUP BY 1, 2 ORDER BY min(i.arrival)""";
    private static final String POSTPONE = """
            UPDATE application_intake
               SET attempts = attempts + 1,
                   next_attempt_at = now() + least(power(2, least(greatest(attempts - %d, 0), 20)), ?) * interval '1 second'
             WHERE (tenant_id, id) = (SELECT ?::uuid, f.id FROM (%s) f)""".formatted(PATIENCE, FIRST);

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    /** The applications of one tenant to one cohort. */
    record Line(UUID tenant, UUID cohort) {}

    /** Lines in which somebody's time has come, the one that has waited longest first. */
    List<Line> lines() throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LINES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(new Line(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            }
        }
        return lines;
    }

    /** Lets the first of a line wait after a fault: a second, and once others go before her twice as long each time. */
    void postpone(Line line, Duration longest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setLong(1, longest.toSeconds());
            update.setObject(2, line.tenant());
            update.setObject(3, line.tenant());
            update.setObject(4, line.cohort());
            update.executeUpdate();
        }
    }
}
