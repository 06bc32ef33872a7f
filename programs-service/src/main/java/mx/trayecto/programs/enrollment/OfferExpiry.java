package mx.trayecto.programs.enrollment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Ends offers that nobody answered, from the day after their last one at the centre; the seat goes to the first in line.
 * Every process looks; whichever comes first to an offer ends it, the others find it ended.
 */
@ApplicationScoped
class OfferExpiry {
    private static final Logger LOG = Logger.getLogger(OfferExpiry.class);
    private static final String SUBJECT = "offer-expiry";

    /** A day too many, because the day ends at different times: each is looked at again in its centre's zone. */
    private static final String DUE = "SELECT tenant_id, id FROM enrollment"
            + " WHERE status = 'OFFERED' AND offer_expires_on < current_date + 1 ORDER BY offer_expires_on LIMIT 500";

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    Lifecycle lifecycle;

    @Inject
    CurrentActor actor;

    @Inject
    Audit audit;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private record Due(UUID tenant, UUID id) {}

    @Scheduled(every = "${trayecto.offers.look:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireDue() throws SQLException {
        for (Due offer : due()) {
            try {
                actor.runAs(
                        Actor.service(service, offer.tenant(), SUBJECT),
                        () -> QuarkusTransaction.requiringNew().call(() -> expire(offer.id())));
            } catch (ProblemException answeredMeanwhile) {
                LOG.debugf("offer %s was answered meanwhile", offer.id());
            } catch (RuntimeException e) {
                LOG.warnf(Redacted.of(e), "offer %s could not be ended, it is tried again", offer.id());
            }
        }
    }

    private boolean expire(UUID id) {
        Enrollment offered = Enrollment.of(id);
        if (offered.offerExpiresOn == null
                || !CohortTerms.of(offered.cohortId).today().isAfter(offered.offerExpiresOn)) {
            return false;
        }
        Enrollment.getEntityManager().detach(offered); // read again under its lock
        lifecycle.step(id, null, it -> it.after(Enrollment::expire, "offer-expired"));
        audit.record("expireOffer", id, null);
        return true;
    }

    private List<Due> due() throws SQLException {
        List<Due> due = new ArrayList<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                due.add(new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            }
        }
        return due;
    }
}
