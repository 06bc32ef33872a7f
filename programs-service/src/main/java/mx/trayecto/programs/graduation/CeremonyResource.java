package mx.trayecto.programs.graduation;

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

import mx.trayecto.platform.writes.Writes;

/** Ceremonies. */
@Path("/v1/cohorts/{id}/ceremony")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CeremonyResource {
    @Inject
    Ceremonies ceremonies;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Recognise graduates at a ceremony",
            description = "The same center, day and title name the same ceremony, so that several cohorts can be"
                    + " recognised at one. Each graduate is recognised once at a ceremony.")
    @APIResponse(
            responseCode = "200",
            description = "The ceremony, and whom it recognises",
            content = @Content(schema = @Schema(implementation = CeremonyView.class)))
    public Response holdCeremony(@PathParam("id") UUID cohort, HoldCeremony command) {
        return writes.act(command, () -> ceremonies.hold(cohort, command), id -> ceremonies.again(cohort, command));
    }
}
