package mx.trayecto.programs.completion;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.writes.Writes;

/** Takes back a completion that was recorded wrongly. */
@Path("/v1/completions/{id}/revocation")
@Tag(name = "Completions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class RevocationResource {
    @Inject
    Revocations revocations;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed({"attendance:write", "enrollments:write"})
    @Operation(
            summary = "Revoke a completed module",
            description =
                    "It was recorded wrongly: it counts in no figure and for no graduation any more, whatever its date, and"
                            + " stays to be read with the reason. The module may be completed anew, which makes another"
                            + " completion. What rests on it is revoked first: her graduation, where the criteria that she met ask"
                            + " for the module (`completion-graduated`), and the modules of later phases that she completed"
                            + " (`completion-relied-on`). Where her enrolment stands does not change; her first day of taking part"
                            + " does, where this was it and she took no step since: it is the day of what is left, or not known"
                            + " until she takes part again.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the version that was read; where it is sent, another version is not revoked (412)",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @APIResponseSchema(value = CompletionView.class, responseDescription = "The completion, revoked")
    public Response revokeCompletion(@PathParam("id") UUID id, RevokeCompletion command) {
        return writes.act(
                command, () -> CompletionView.of(revocations.revoke(id, command.reason())), CompletionResource::view);
    }
}
