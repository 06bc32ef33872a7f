package mx.trayecto.indicators.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;

import mx.trayecto.platform.storage.Pipeline;

/**
 * Folds what batches of events have added to cells into these, now and then and for many batches at once. Nobody waits
 * for it: figures are the sum of both, before and after. So it takes one table of cells at a time and rests between
 * two, since the events that come in meanwhile would wait for the processors that it keeps busy.
 */
@ApplicationScoped
class Folding {
    /** Rows folded in one transaction. */
    private static final int MOST = 2_000;

    private static final int REST_PER_WORK = 3;

    private static final String LAST = "SELECT max(id) FROM cell_difference";

    /** What another process folds already is left to it. */
    private static final String FOLD = """
            WITH next AS (
              SELECT tenant_id, counted, dimension FROM cell_difference WHERE id <= ?
               ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            ), taken AS (
              SELECT d.id FROM cell_difference d JOIN next USING (tenant_id, counted, dimension)
               ORDER BY d.id LIMIT ? FOR UPDATE OF d SKIP LOCKED
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
            Long last = pipeline.ask(LAST, row -> row.getObject(1, Long.class))
                    .rows()
                    .getFirst();
            for (int folded = 1; last != null && folded > 0; ) {
                long began = System.nanoTime();
                folded = pipeline.write(FOLD, last, MOST).count();
                LockSupport.parkNanos(REST_PER_WORK * (System.nanoTime() - began));
            }
        }
    }
}
