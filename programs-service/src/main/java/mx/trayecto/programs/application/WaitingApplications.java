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

/** Applications not decided yet, of all tenants, as the worker role sees them. */
@ApplicationScoped
class WaitingApplications {
    private static final String DUE = """
            SELECT i.tenant_id, i.id FROM application_intake i
             WHERE i.status = 'PENDING' AND i.next_attempt_at <= now()
               AND EXISTS (SELECT FROM known_participant k
                            WHERE k.tenant_id = i.tenant_id AND k.id = i.participant_id)
             ORDER BY i.arrival LIMIT ?""";
    private static final String POSTPONE = """
            UPDATE application_intake
               SET attempts = attempts + 1,
                   next_attempt_at = now() + least(power(2, least(attempts, 20)), ?) * interval '1 second'
             WHERE tenant_id = ? AND id = ? AND status = 'PENDING'""";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    /** One application of one tenant. */
    record Waiting(UUID tenant, UUID id) {}

    /** Those whose participant is known and whose time has come, in order of arrival. */
    List<Waiting> due(int most) throws SQLException {
        List<Waiting> due = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new Waiting(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
        }
        return due;
    }

    /** Lets one wait after a fault: a second, then twice as long each time. */
    void postpone(Waiting application, Duration longest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setLong(1, longest.toSeconds());
            update.setObject(2, application.tenant());
            update.setObject(3, application.id());
            update.executeUpdate();
        }
    }
}
