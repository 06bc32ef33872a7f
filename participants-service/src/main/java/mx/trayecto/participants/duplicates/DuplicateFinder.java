package mx.trayecto.participants.duplicates;

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
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.participants.finding.Checks;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Compares records after they were registered or changed, on a thread of its own. A record is taken from the line in the
 * commit of what was found, so a process that is killed leaves it compared or waiting. One process at a time compares a
 * tenant's records: of two women registered at once the second meets the first.
 */
@ApplicationScoped
class DuplicateFinder {
    private static final Logger LOG = Logger.getLogger(DuplicateFinder.class);
    private static final String SUBJECT = "duplicate-finder";

    /** One step for each tenant, however many of its records wait. */
    private static final String TENANTS = """
            WITH RECURSIVE due (tenant_id) AS (
              (SELECT tenant_id FROM duplicate_check ORDER BY tenant_id LIMIT 1)
              UNION ALL
              SELECT (SELECT c.tenant_id FROM duplicate_check c
                       WHERE c.tenant_id > due.tenant_id ORDER BY c.tenant_id LIMIT 1)
                FROM due WHERE due.tenant_id IS NOT NULL)
            SELECT tenant_id FROM due WHERE tenant_id IS NOT NULL""";

    /** Planned for the tables as they are now: a plan from when they were empty would read all of them. */
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)),"
            + " set_config('plan_cache_mode', 'force_custom_plan', true)";

    @Inject
    DuplicateConfig config;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    CurrentActor actor;

    @Inject
    Checks checks;

    @Inject
    Comparison comparison;

    @Inject
    Sql sql;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private volatile boolean running;
    private Thread thread;

    synchronized void start(@Observes StartupEvent event) {
        if (config.find() && thread == null) {
            running = true;
            thread = Thread.ofPlatform().name("duplicate-finder").daemon().start(this::run);
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
            thread = null;
        }
    }

    private void run() {
        while (running) {
            try {
                if (!compareNext()) {
                    TimeUnit.MILLISECONDS.sleep(config.idle().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return whether anything was compared, so that it is worth looking again at once */
    private boolean compareNext() {
        boolean any = false;
        try {
            for (UUID tenant : tenants()) {
                any |= running && compared(tenant);
            }
        } catch (SQLException | RuntimeException e) {
            waiting(e);
        }
        return any;
    }

    /** What cannot be compared in one tenant keeps no other waiting. */
    private boolean compared(UUID tenant) {
        try {
            return compare(tenant) > 0;
        } catch (RuntimeException e) {
            waiting(e);
            return false;
        }
    }

    private static void waiting(Exception e) {
        LOG.warnf("records wait to be compared: %s", Redacted.of(e).getMessage());
    }

    private List<UUID> tenants() throws SQLException {
        try (Connection connection = worker.getConnection()) {
            return new Pipeline(connection)
                    .ask(TENANTS, row -> row.getObject(1, UUID.class))
                    .rows();
        }
    }

    private int compare(UUID tenant) {
        return actor.runAs(
                Actor.service(service, tenant, SUBJECT),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    if (!sql.first(ALONE, row -> row.getBoolean(1), "duplicates " + tenant)
                            .orElseThrow()) {
                        return 0;
                    }
                    List<UUID> asked = checks.take(config.batch());
                    if (!asked.isEmpty()) {
                        comparison.compare(asked);
                    }
                    return asked.size();
                }));
    }
}
