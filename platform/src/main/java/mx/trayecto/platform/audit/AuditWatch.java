package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

    private static final String WAITING = "SELECT coalesce(extract(epoch FROM now() - min(e.at)), 0)::bigint"
            + " FROM audit_entry e, audit_sealing s WHERE e.id > s.low AND e.id <> ALL (s.above)";

    private static final String UNCHECKED = "SELECT extract(epoch FROM now() - verified_at)::bigint FROM audit_sealing";

    /** Whoever is first has it, and another one after an hour in which it has not come to its end. */
    private static final String CLAIM = "UPDATE audit_sealing SET claimed_at = now()"
            + " WHERE verified_at < now() - make_interval(secs => ?) AND claimed_at < now() - interval '1 hour'"
            + " RETURNING breaks";

    /** What the sealer found meanwhile stays counted. */
    private static final String DONE =
            "UPDATE audit_sealing SET verified_at = now(), claimed_at = '-infinity', breaks = breaks - ? + ?";

    private static final String BREAKS = "SELECT breaks FROM audit_sealing";

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
    private volatile Duration unchecked = Duration.ZERO;
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

    /** For how long nobody has checked all that was ever sealed. */
    public Duration unchecked() {
        return unchecked;
    }

    private void run() {
        try {
            while (running) {
                look();
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            marks.refresh();
            if (config.seal() && claimed()) {
                verifyAll();
            }
            breaks = read(BREAKS);
            waiting = Duration.ofSeconds(read(WAITING));
            unchecked = Duration.ofSeconds(read(UNCHECKED));
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            LOG.warnf("the audit cannot be watched: %s", Redacted.of(e).getMessage());
        }
    }

    private boolean claimed() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return !new Pipeline(connection)
                    .ask(CLAIM, row -> row.getLong(1), config.verify().toSeconds())
                    .rows()
                    .isEmpty();
        }
    }

    /**
     * Checks everything, and keeps how many breaks there are.
     *
     * @throws InterruptedException where the process is stopped before the end; nothing is kept then, and another begins
     */
    void verifyAll() throws SQLException, InterruptedException {
        long before = read(BREAKS);
        long found = 0;
        for (UUID tenant : verification.tenants()) {
            found += verify(tenant);
        }
        try (Connection connection = database.getConnection()) {
            new Pipeline(connection).write(DONE, before, found).count();
        }
        breaks = read(BREAKS);
    }

    private long read(String number) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Pipeline(connection)
                    .ask(number, row -> row.getLong(1))
                    .rows()
                    .getFirst();
        }
    }

    private long verify(UUID tenant) throws SQLException, InterruptedException {
        long found = 0;
        long entries = 0;
        Long after = 0L;
        while (after != null) {
            if (!running) {
                throw new InterruptedException("stopped before the audit was checked");
            }
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
