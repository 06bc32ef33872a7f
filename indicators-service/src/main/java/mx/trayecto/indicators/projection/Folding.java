package mx.trayecto.indicators.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Folds what batches of events have added to cells into these, now and then and for many batches at once. Nobody waits
 * for it: figures are the sum of both, before and after. So it takes a portion at a time and rests between two, since
 * the events that come in meanwhile would wait for the processors that it keeps busy.
 */
@ApplicationScoped
class Folding {
    private static final Logger LOG = Logger.getLogger(Folding.class);

    /** Rows folded in one transaction, so that it takes some tens of milliseconds. */
    private static final int PORTION = 200;

    private static final int REST_PER_WORK = 3;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    /** Table by table, since the differences of one are to the same cells. */
    private static final String ALL =
            "SELECT id FROM cell_difference ORDER BY tenant_id, counted, dimension, id LIMIT 50000";

    /** What another process folds already is left to it. */
    private static final String FOLD = """
            WITH taken AS (
              SELECT id FROM cell_difference WHERE id = ANY (?::bigint[]) FOR UPDATE SKIP LOCKED
            ), folded AS (
              INSERT INTO cell AS c (tenant_id, counted, program, agreement, dimension, value, grain, starts_on,
                                     facts, enrollments, members, quantity, at_least, about, at_most)
              SELECT tenant_id, counted, program, agreement, dimension, value, grain, starts_on,
                     sum(facts), sum(enrollments), sum(members), sum(quantity), sum(at_least), sum(about), sum(at_most)
                FROM cell_change WHERE id IN (SELECT id FROM taken)
               GROUP BY tenant_id, counted, program, agreement, dimension, value, grain, starts_on
               ORDER BY tenant_id, counted, program, agreement, dimension, value, grain, starts_on
              ON CONFLICT (tenant_id, counted, program, agreement, dimension, grain, starts_on, value)
              DO UPDATE SET facts = c.facts + EXCLUDED.facts, enrollments = c.enrollments + EXCLUDED.enrollments,
                members = c.members + EXCLUDED.members, quantity = c.quantity + EXCLUDED.quantity,
                at_least = c.at_least + EXCLUDED.at_least, about = c.about + EXCLUDED.about,
                at_most = c.at_most + EXCLUDED.at_most
            )
            DELETE FROM cell_difference WHERE id IN (SELECT id FROM taken)""";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @Scheduled(every = "${trayecto.cells.fold:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fold() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Pipeline pipeline = new Pipeline(connection);
            List<Long> all = pipeline.ask(ALL, row -> row.getLong(1)).rows();
            for (int from = 0; from < all.size(); from += PORTION) {
                List<Long> portion = all.subList(from, Math.min(from + PORTION, all.size()));
                long began = System.nanoTime();
                try {
                    pipeline.write(FOLD, Columns.of(portion).count(id -> id)).count();
                } catch (SQLException e) {
                    if (!connection.isValid(1)) {
                        throw e;
                    }
                    LOG.error("some cells cannot be folded; their figures stay right, but get slower", e);
                }
                LockSupport.parkNanos(Math.min(REST_PER_WORK * (System.nanoTime() - began), LONGEST_REST.toNanos()));
            }
        }
    }
}
