package mx.trayecto.programs.support;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.programs.field.Filters;

/** What institutions were given. */
@Path("/v1/institutional-supports")
@Tag(
        name = "Institutional support",
        description = "What institutions were given: they are counted once, whatever supports them")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class SupportResource {
    @Inject
    Supports supports;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Record what an institution was given")
    @APIResponseSchema(value = SupportView.class, responseDescription = "Recorded", responseCode = "201")
    public Response giveSupport(GiveSupport command) {
        return supports.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List what institutions were given")
    @APIResponseSchema(value = SupportPage.class, responseDescription = "One page")
    public Response listSupports(
            @BeanParam PageQuery page,
            @QueryParam("organization")
                    @Parameter(
                            description = "Only of this institution",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String organization,
            @QueryParam("program")
                    @Parameter(
                            description = "Only under this programme",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String program) {
        return supports.list(
                page,
                new Filters().id("organization", "organizationId", organization).id("program", "programId", program));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read what an institution was given")
    @APIResponseSchema(value = SupportView.class, responseDescription = "The support")
    public Response readSupport(@PathParam("id") UUID id) {
        return supports.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Correct what an institution was given")
    @RequestBody(content = @Content(schema = @Schema(implementation = GiveSupport.class)))
    @APIResponseSchema(value = SupportView.class, responseDescription = "Corrected")
    public Response changeSupport(@PathParam("id") UUID id, JsonNode patch) {
        return supports.change(id, patch);
    }
}
