package mx.trayecto.participants.arco;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.participants.workdays.WorkingCalendar;
import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Looks at all tenants' requests: counts those in which something is overdue, and suppresses data whose blocking is over.
 * Every process looks; whichever comes first suppresses, the others find it done.
 */
@ApplicationScoped
class ArcoWatch {
    static final String METER = "trayecto.arco.overdue";

    private static final Logger LOG = Logger.getLogger(ArcoWatch.class);
    private static final String SUBJECT = "arco-watch";
    private static final String OVERDUE =
            "SELECT count(*) FROM arco_request WHERE due_on < ? AND status IN ('RECEIVED', 'GRANTED')";
    private static final String OVER = "SELECT tenant_id, id FROM arco_request"
            + " WHERE status = 'BLOCKED' AND blocked_until < ? ORDER BY blocked_until LIMIT 100";

    private final AtomicLong overdue = new AtomicLong();

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    WorkingCalendar calendar;

    @Inject
    Effects effects;

    @Inject
    CurrentActor actor;

    @Inject
    Audit audit;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private record Over(UUID tenant, UUID id) {}

    void register(@Observes StartupEvent start) {
        meters.gauge(METER, overdue);
    }

    @Scheduled(every = "${trayecto.arco.look:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws SQLException {
        overdue.set(ask(OVERDUE, row -> row.getLong(1)).getFirst());
        for (Over over : ask(OVER, row -> new Over(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))) {
            try {
                actor.runAs(
                        Actor.service(service, over.tenant(), SUBJECT),
                        () -> QuarkusTransaction.requiringNew().call(() -> suppress(over.id())));
            } catch (ProblemException doneMeanwhile) {
                LOG.debugf("request %s was seen to meanwhile", over.id());
            } catch (RuntimeException e) {
                LOG.warnf(Redacted.of(e), "request %s could not be carried out, it is tried again", over.id());
            }
        }
    }

    private boolean suppress(UUID id) {
        effects.suppress(id);
        audit.record("suppressArcoRequest", id, null);
        return true;
    }

    private <T> List<T> ask(String query, Pipeline.Row<T> as) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            return new Pipeline(connection).ask(query, as, calendar.today()).rows();
        }
    }
}
