package mx.trayecto.programs.program;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.programs.field.Filters;

/** Programmes. */
@Path("/v1/programs")
@Tag(name = "Programs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class ProgramResource {
    @Inject
    Programs programs;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Offer a programme")
    @APIResponseSchema(value = ProgramView.class, responseDescription = "Made", responseCode = "201")
    public Response offerProgram(OfferProgram command) {
        return programs.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List programmes")
    @APIResponseSchema(value = ProgramPage.class, responseDescription = "One page")
    public Response listPrograms(
            @BeanParam PageQuery page,
            @QueryParam("budgetKey")
                    @Parameter(description = "Only of this key in the federal budget", schema = @Schema(maxLength = 10))
                    String budgetKey) {
        return programs.list(page, new Filters().text("budgetKey", "budgetKey", budgetKey, 10));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a programme")
    @APIResponseSchema(value = ProgramView.class, responseDescription = "The programme")
    public Response readProgram(@PathParam("id") UUID id) {
        return programs.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a programme")
    @RequestBody(content = @Content(schema = @Schema(implementation = OfferProgram.class)))
    @APIResponseSchema(value = ProgramView.class, responseDescription = "Changed")
    public Response changeProgram(@PathParam("id") UUID id, JsonNode patch) {
        return programs.change(id, patch);
    }
}
