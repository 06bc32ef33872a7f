package mx.trayecto.participants.registry;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.breakglass.AccessIdentity;
import mx.trayecto.participants.breakglass.AccessProblem;
import mx.trayecto.participants.breakglass.AccessView;
import mx.trayecto.participants.breakglass.IdentityAccesses;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

/** The one way to who a protected person is. */
@Path("/v1/participants/{id}/identity-access")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Protection", description = "Protected records opened, for an hour each, and what was found of it")
class BreakGlassResource {
    @Inject
    Participants participants;

    @Inject
    IdentityAccesses accesses;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed(Scopes.IDENTITY)
    @Operation(
            summary = "Open a protected record for an hour",
            description = "From now on, for 60 minutes by the database's clock or until it is ended, the caller (and"
                    + " nobody else) is shown who she is. An alert is raised, every read is written down with the access,"
                    + " and somebody else reviews it.")
    @APIResponse(
            responseCode = "201",
            description = "Open",
            content = @Content(schema = @Schema(implementation = AccessView.class)))
    public Response accessIdentity(@PathParam("id") UUID id, AccessIdentity command) {
        return writes.create(
                "/v1/identity-accesses",
                command,
                () -> {
                    Participant p = participants.require(id);
                    if (!p.protectedRecord) {
                        throw ProblemException.of(AccessProblem.NOT_PROTECTED);
                    }
                    return accesses.grant(p.id, command);
                },
                accesses::view);
    }
}
