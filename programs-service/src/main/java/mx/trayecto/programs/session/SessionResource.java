package mx.trayecto.programs.session;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

/** Single sessions. */
@Path("/v1/sessions")
@Tag(name = "Sessions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {
    @Inject
    Sessions sessions;

    @Inject
    Writes writes;

    @Inject
    MergePatch merge;

    @Inject
    Preconditions preconditions;

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a session")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session")
    public Response readSession(@PathParam("id") UUID id) {
        return Answers.ok(view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("attendance:write")
    @Operation(summary = "Change a session", description = "Until its roll is called.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanSession.class)))
    @APIResponseSchema(value = SessionView.class, responseDescription = "Changed")
    public Response changeSession(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> {
            Session session = Session.lock(id);
            preconditions.check(session.version);
            sessions.replan(session, merge.apply(PlanSession.of(session), patch, PlanSession.class));
            Session.flush();
            return SessionView.of(session);
        });
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed("attendance:write")
    @Operation(summary = "Cancel a session", description = "Until its roll is called. It counts for nobody.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "Cancelled")
    public Response cancelSession(@PathParam("id") UUID id, CancelSession command) {
        return writes.act(command, () -> SessionView.of(sessions.cancel(id, command.reason())), SessionResource::view);
    }

    static SessionView view(UUID id) {
        return Session.find(id).map(SessionView::of).orElseThrow(ProblemException::notFound);
    }
}
