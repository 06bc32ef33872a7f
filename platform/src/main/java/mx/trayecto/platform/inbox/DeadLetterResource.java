package mx.trayecto.platform.inbox;

import java.sql.SQLException;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

import mx.trayecto.platform.concurrency.NoPrecondition;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.writes.NotIdempotent;

/**
 * The operators' way to events that were set aside, of all tenants; no payload is shown. It is no part of the contract
 * and the gateway does not route to it: it is reached on the service's own port.
 */
@Path("/internal/dead-letters")
@RunOnVirtualThread
@RolesAllowed("tenants:admin")
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);

    @Inject
    DeadLetters deadLetters;

    @Inject
    CurrentActor actor;

    record AsideList(List<DeadLetters.Aside> items) {}

    record Redriven(int applied, int left) {}

    @GET
    @Operation(hidden = true)
    public AsideList list() throws SQLException {
        return new AsideList(deadLetters.aside());
    }

    /** Applies everything again, to be called once the fault is mended; may be repeated. */
    @POST
    @Path("/redrive")
    @NotIdempotent
    @Operation(hidden = true)
    public Redriven redrive() throws SQLException {
        int applied = deadLetters.redriveAll();
        int left = deadLetters.aside().stream()
                .mapToInt(DeadLetters.Aside::records)
                .sum();
        LOG.infof(
                "%s drove events again: %d applied, %d left aside", actor.get().subject(), applied, left);
        return new Redriven(applied, left);
    }

    /** Gives up a record whose key cannot be read; one with a key is only ever driven again. */
    @DELETE
    @Path("/{id}")
    @NoPrecondition
    @Operation(hidden = true)
    public Response discard(@PathParam("id") long id) throws SQLException {
        if (!deadLetters.discard(id)) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        LOG.warnf("%s gave up the unreadable record %d", actor.get().subject(), id);
        return Response.noContent().build();
    }
}
