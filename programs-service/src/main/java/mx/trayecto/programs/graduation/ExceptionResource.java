package mx.trayecto.programs.graduation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.writes.Writes;

/** Single exceptions from graduation criteria, and the second person's decision. */
@Path("/v1/graduation-exceptions")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ExceptionResource {
    @Inject
    GraduationExceptions exceptions;

    @Inject
    Writes writes;

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read an exception from the criteria")
    @APIResponseSchema(value = ExceptionView.class, responseDescription = "The exception")
    public Response readGraduationException(@PathParam("id") UUID id) {
        return Answers.ok(GraduationExceptions.view(id));
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Decide an exception from the criteria",
            description = "Another person than who asked for it, once.")
    @APIResponseSchema(value = ExceptionView.class, responseDescription = "Decided")
    public Response reviewGraduationException(@PathParam("id") UUID id, ReviewException command) {
        return writes.act(command, () -> ExceptionView.of(exceptions.review(id, command)), GraduationExceptions::view);
    }
}
