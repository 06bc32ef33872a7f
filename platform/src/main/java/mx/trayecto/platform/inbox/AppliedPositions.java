package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Knows which events this service has applied, and waits for those that a caller names, for five seconds at most. */
@ApplicationScoped
class AppliedPositions {
    private static final Pattern POSITION = Pattern.compile(
            "([a-z0-9.-]{1,100})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(\\d{1,9})\\.(\\d{1,18})");
    private static final int MOST = 200;

    @Inject
    Inbox inbox;

    @Inject
    InboxConfig config;

    @Inject
    CurrentActor actor;

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    /**
     * Waits until all positions of a header are applied; those of topics that this service does not read are passed over.
     *
     * @throws ProblemException 400 where the header cannot be read, 503 where a position is late or its key parked
     */
    void await(String header) {
        String[] positions = header.split(",");
        if (positions.length > MOST) {
            throw unreadable();
        }
        UUID tenant = actor.get().tenant();
        Set<String> read = inbox.subscribed();
        long deadline = System.nanoTime() + config.patience().toNanos();
        for (String position : positions) {
            Matcher named = POSITION.matcher(position.strip());
            if (!named.matches()) {
                throw unreadable();
            }
            if (read.contains(named.group(1))) {
                await(tenant, named, deadline);
            }
        }
    }

    private void await(UUID tenant, Matcher named, long deadline) {
        try {
            while (!reached(tenant, named)) {
                if (System.nanoTime() > deadline) {
                    throw late("Aún no se aplica ", "Not applied yet: ", named);
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (SQLException e) {
            throw ProblemException.of(CommonProblem.UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "2");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late("Aún no se aplica ", "Not applied yet: ", named);
        }
    }

    private boolean reached(UUID tenant, Matcher named) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT"
                        + " EXISTS (SELECT FROM inbox_sequence WHERE topic = ? AND aggregate_id = ? AND tenant_id = ?"
                        + " AND (epoch, sequence) >= (?, ?)), EXISTS (SELECT FROM inbox_parked WHERE topic = ? AND aggregate_id = ?"
                        + " AND tenant_id = ?)")) {
            UUID key = UUID.fromString(named.group(2));
            select.setString(1, named.group(1));
            select.setObject(2, key);
            select.setObject(3, tenant);
            select.setInt(4, Integer.parseInt(named.group(3)));
            select.setLong(5, Long.parseLong(named.group(4)));
            select.setString(6, named.group(1));
            select.setObject(7, key);
            select.setObject(8, tenant);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1) && row.getBoolean(2)) {
                    throw late("Apartado por un evento ilegible: ", "Parked by an unreadable event: ", named);
                }
                return row.getBoolean(1);
            }
        }
    }

    private static ProblemException late(String es, String en, Matcher named) {
        return ProblemException.of(CommonProblem.POSITION_NOT_REACHED)
                .detail(es + named.group(), en + named.group())
                .header(HttpHeaders.RETRY_AFTER, "1");
    }

    private static ProblemException unreadable() {
        return ProblemException.of(CommonProblem.MALFORMED)
                .detail("Trayecto-Min-Position no se puede leer.", "Trayecto-Min-Position cannot be read.");
    }
}
