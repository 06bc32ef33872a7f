package mx.trayecto.platform.keys;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

import mx.trayecto.platform.crypto.KeyRotation;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.writes.NotIdempotent;

/**
 * The operators' way to exchange keys, of all tenants and for all services, whichever service is asked; no key is shown.
 * It is no part of the contract and the gateway does not route to it: it is reached on the service's own port. Each call
 * does a portion and tells what is left; it may be repeated, by anybody, until nothing is.
 */
@Path("/internal/keys")
@RunOnVirtualThread
@RolesAllowed("tenants:admin")
public class KeyResource {
    private static final Logger LOG = Logger.getLogger(KeyResource.class);
    private static final Duration PORTION = Duration.ofSeconds(5);

    @Inject
    KeyRotation rotation;

    @Inject
    CurrentActor actor;

    @GET
    @Operation(hidden = true)
    public KeyRotation.Status status() throws SQLException {
        return rotation.status();
    }

    @POST
    @Path("/master")
    @NotIdempotent
    @Operation(hidden = true)
    public KeyRotation.Portion toNextMaster() throws SQLException {
        try {
            return told("the next master key", rotation.toNextMaster());
        } catch (IllegalStateException noNext) {
            throw ProblemException.of(CommonProblem.CONFLICT)
                    .detail(
                            "No se ha configurado trayecto.crypto.next-master-key.",
                            "trayecto.crypto.next-master-key is not set.");
        }
    }

    /** @param begin to begin an exchange, unless one is under way */
    @POST
    @Path("/tenants")
    @NotIdempotent
    @Operation(hidden = true)
    public KeyRotation.Portion toNewTenantKeys(@QueryParam("begin") @DefaultValue("false") boolean begin)
            throws SQLException {
        if (begin) {
            alone(rotation::beginTenants);
        }
        return told("their tenants' new keys", rotation.rewrapDataKeys(PORTION));
    }

    @POST
    @Path("/audit")
    @NotIdempotent
    @Operation(hidden = true)
    public KeyRotation.Status toNewAuditKey() throws SQLException {
        alone(rotation::addAuditKey);
        LOG.infof("%s made a new key for the audit", actor.get().subject());
        return rotation.status();
    }

    private interface Exchange {
        void begin() throws SQLException;
    }

    private static void alone(Exchange exchange) throws SQLException {
        try {
            exchange.begin();
        } catch (IllegalStateException another) {
            throw ProblemException.of(CommonProblem.CONFLICT)
                    .detail(
                            "Alguien más está cambiando llaves en este momento.",
                            "Somebody else exchanges keys at this moment.");
        }
    }

    private KeyRotation.Portion told(String with, KeyRotation.Portion portion) {
        LOG.infof(
                "%s wrapped %d keys with %s, %d are left", actor.get().subject(), portion.done(), with, portion.left());
        return portion;
    }
}
