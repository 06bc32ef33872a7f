package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import mx.trayecto.platform.crypto.Marks;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Watches over the audit: how long the oldest entry has waited to be sealed, and once a day, by one of the processes,
 * whether all that was ever sealed is as it was. What it finds is an error in the log and a number for those on watch.
 */
@ApplicationScoped
public class AuditWatch {
    private static final Logger LOG = Logger.getLogger(AuditWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private static final String WAITING =
            "SELECT min(e.at) FROM audit_entry e, audit_sealing s" + " WHERE e.id > s.low AND e.id <> ALL (s.above)";

    /** Whoever is first has it for this time. */
    private static final String CLAIM =
            "UPDATE audit_sealing SET verified_at = now()" + " WHERE verified_at < now() - make_interval(secs => ?)";

    @Inject
    AuditConfig config;

    @Inject
    Verification verification;

    @Inject
    Marks marks;

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    private volatile long breaks;
    private volatile Duration waiting = Duration.ZERO;
    private volatile boolean running;
    private Thread thread;

    void begin(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("audit-watch").daemon().start(this::run);
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    /** How many breaks there were when all was checked last, and foreign entries since. */
    public long breaks() {
        return breaks;
    }

    /** How long the oldest entry has waited to be sealed. */
    public Duration waiting() {
        return waiting;
    }

    private void run() {
        while (running) {
            try {
                look();
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look() {
        try (Connection connection = database.getConnection()) {
            marks.refresh();
            Pipeline pipeline = new Pipeline(connection);
            if (config.seal()
                    && pipeline.write(CLAIM, config.verify().toSeconds()).count() > 0) {
                verifyAll();
            }
            breaks = pipeline.ask("SELECT breaks FROM audit_sealing", row -> row.getLong(1))
                    .rows()
                    .getFirst();
            OffsetDateTime oldest = pipeline.ask(WAITING, row -> row.getObject(1, OffsetDateTime.class))
                    .rows()
                    .getFirst();
            waiting = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), Instant.now());
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("the audit cannot be watched: %s", Redacted.of(e).getMessage());
        }
    }

    /** Checks everything, and keeps how many breaks there are. */
    void verifyAll() throws SQLException {
        long found = 0;
        for (UUID tenant : verification.tenants()) {
            found += verify(tenant);
        }
        try (Connection connection = database.getConnection()) {
            new Pipeline(connection)
                    .write("UPDATE audit_sealing SET breaks = ?", found)
                    .count();
        }
        breaks = found;
    }

    private long verify(UUID tenant) throws SQLException {
        long found = 0;
        long entries = 0;
        Long after = 0L;
        while (after != null && running) {
            AuditVerification part = verification.check(tenant, after, null);
            List<AuditBreak> breaks = part.breaks();
            if (!breaks.isEmpty()) {
                LOG.errorf("the audit of tenant %s is broken: %s", tenant, breaks);
            }
            found += breaks.size();
            entries += part.entries();
            after = part.next();
        }
        if (found == 0) {
            LOG.infof("the audit of tenant %s is whole: %d entries", tenant, entries);
        }
        return found;
    }
}
