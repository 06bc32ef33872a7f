package mx.trayecto.platform.writes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.platform.storage.Sql;

/** The record of requests carried out under an {@code Idempotency-Key}, written in the business transaction. */
@ApplicationScoped
class IdempotencyKeys {
    /** A unique key alone would make the second request wait for the first; the lock says at once that it runs. */
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    /** Sent along with the lock, yet a statement of its own: it has to see what was committed until the lock was got. */
    private static final String FIND = "SELECT fingerprint, status, location, resource_id, version, positions"
            + " FROM idempotency WHERE tenant_id = ? AND client = ? AND method = ? AND path = ? AND key = ?";

    private static final String KEEP = """
            INSERT INTO idempotency (tenant_id, client, method, path, key, fingerprint, status, location, resource_id,
              version, positions)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              (SELECT string_agg(c.topic || '/' || c.aggregate_id || '/' || c.epoch || '.' || c.last_sequence, ','
                        ORDER BY t.n)
                 FROM unnest(?::uuid[]) WITH ORDINALITY AS t (id, n)
                 JOIN event_counter c ON c.tenant_id = ? AND c.aggregate_id = t.id))""";

    /** Where a key counts: the same key of another client, or for another path, is another key. */
    record Scope(UUID tenant, String client, String method, String path, String key) {
        String lockName() {
            return String.join("\n", tenant.toString(), client, method, path, key);
        }
    }

    /** What the first request came to. */
    record Outcome(int status, String location, UUID resource, long version, String positions) {}

    @Inject
    Sql sql;

    /**
     * Takes the key for this transaction.
     *
     * @return the outcome, where the request was carried out before
     * @throws ProblemException 409 while another request with the key runs, 422 where it came with another payload
     */
    Optional<Outcome> claim(Scope scope, byte[] fingerprint) {
        return sql.together(database -> {
            Pipeline.Answer<Boolean> locked = database.ask(LOCK, row -> row.getBoolean(1), scope.lockName());
            Pipeline.Answer<Before> before = database.ask(
                    FIND,
                    IdempotencyKeys::before,
                    scope.tenant(),
                    scope.client(),
                    scope.method(),
                    scope.path(),
                    scope.key());
            if (!locked.rows().getFirst()) {
                throw ProblemException.of(CommonProblem.STILL_RUNNING).header("Retry-After", "1");
            }
            Optional<Before> found = before.rows().stream().findFirst();
            if (found.isPresent() && !Arrays.equals(fingerprint, found.get().fingerprint())) {
                throw ProblemException.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
            }
            return found.map(Before::outcome);
        });
    }

    /**
     * What is to be written of a request that was carried out.
     *
     * @param status of the answer
     * @param told the aggregates of which it wrote events; how far they have come is read where it is written
     */
    Sql.Write outcome(Scope scope, byte[] fingerprint, int status, String location, Versioned view, List<UUID> told) {
        return new Sql.Write(
                KEEP,
                scope.tenant(),
                scope.client(),
                scope.method(),
                scope.path(),
                scope.key(),
                fingerprint,
                status,
                location,
                view.id(),
                view.version(),
                told,
                scope.tenant());
    }

    private record Before(byte[] fingerprint, Outcome outcome) {}

    private static Before before(ResultSet row) throws SQLException {
        return new Before(
                row.getBytes(1),
                new Outcome(
                        row.getInt(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getLong(5),
                        row.getString(6)));
    }
}
