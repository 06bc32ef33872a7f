package mx.trayecto.platform.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** The record of requests carried out under an {@code Idempotency-Key}, written in the business transaction. */
@ApplicationScoped
class IdempotencyKeys {
    /** Where a key counts: the same key of another client, or for another path, is another key. */
    record Scope(UUID tenant, String client, String method, String path, String key) {
        String lockName() {
            return String.join("\n", tenant.toString(), client, method, path, key);
        }
    }

    /** What the first request came to. */
    record Outcome(int status, String location, UUID resource, long version, String positions) {}

    @Inject
    Session session;

    /**
     * Takes the key for this transaction.
     *
     * @return the outcome, where the request was carried out before
     * @throws ProblemException 409 while another request with the key runs, 422 where it came with another payload
     */
    Optional<Outcome> claim(Scope scope, byte[] fingerprint) {
        return session.doReturningWork(connection -> {
            if (!locked(connection, scope)) {
                throw ProblemException.of(CommonProblem.STILL_RUNNING).header("Retry-After", "1");
            }
            return find(connection, scope, fingerprint);
        });
    }

    void store(Scope scope, byte[] fingerprint, Outcome outcome) {
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO idempotency (tenant_id, client,"
                    + " method, path, key, fingerprint, status, location, resource_id, version, positions)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                scope(insert, scope);
                insert.setBytes(6, fingerprint);
                insert.setInt(7, outcome.status());
                insert.setString(8, outcome.location());
                insert.setObject(9, outcome.resource());
                insert.setLong(10, outcome.version());
                insert.setString(11, outcome.positions());
                insert.executeUpdate();
            }
        });
    }

    /** A unique key alone would make the second request wait for the first; the lock says at once that it runs. */
    private static boolean locked(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, scope.lockName());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<Outcome> find(Connection connection, Scope scope, byte[] fingerprint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT fingerprint, status, location, resource_id,"
                + " version, positions FROM idempotency"
                + " WHERE tenant_id = ? AND client = ? AND method = ? AND path = ? AND key = ?")) {
            scope(select, scope);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!Arrays.equals(fingerprint, row.getBytes(1))) {
                    throw ProblemException.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
                }
                return Optional.of(new Outcome(
                        row.getInt(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getLong(5),
                        row.getString(6)));
            }
        }
    }

    private static void scope(PreparedStatement statement, Scope scope) throws SQLException {
        statement.setObject(1, scope.tenant());
        statement.setString(2, scope.client());
        statement.setString(3, scope.method());
        statement.setString(4, scope.path());
        statement.setString(5, scope.key());
    }
}
