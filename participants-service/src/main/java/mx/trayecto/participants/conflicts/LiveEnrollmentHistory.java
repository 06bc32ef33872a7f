package mx.trayecto.participants.conflicts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import mx.trayecto.platform.inbox.PastEvents;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.storage.Pipeline;

/** Learns once which enrolments were under way before this service kept them, a partition at a time. */
@ApplicationScoped
class LiveEnrollmentHistory {
    private static final Logger LOG = Logger.getLogger(LiveEnrollmentHistory.class);

    /** Taken by one process; where it is killed or the broker is away, by whoever looks next. */
    private static final String TAKE = "DELETE FROM live_enrollment_history WHERE (topic, partition) ="
            + " (SELECT topic, partition FROM live_enrollment_history ORDER BY topic, partition LIMIT 1"
            + " FOR UPDATE SKIP LOCKED) RETURNING topic, partition";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @Inject
    PastEvents past;

    @Inject
    LiveEnrollmentInbox inbox;

    private record Part(String topic, int partition) {}

    @Scheduled(every = "${trayecto.conflicts.history:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            while (tellNext()) {
                LOG.debug("a partition's enrolments are known");
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("earlier enrolments wait to be read: %s", Redacted.of(e).getMessage());
        }
    }

    /** @return whether there was any */
    private boolean tellNext() throws SQLException {
        try (Connection worker = database.getConnection()) {
            worker.setAutoCommit(false);
            try {
                List<Part> taken = new Pipeline(worker)
                        .ask(TAKE, row -> new Part(row.getString(1), row.getInt(2)))
                        .rows();
                for (Part part : taken) {
                    past.tell(worker, part.topic(), part.partition(), inbox);
                }
                worker.commit();
                return !taken.isEmpty();
            } catch (Throwable e) { // also an error: given back to its pool, the connection would commit
                worker.rollback();
                throw e;
            }
        }
    }
}
