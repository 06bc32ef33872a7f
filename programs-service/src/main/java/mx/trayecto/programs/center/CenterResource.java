package mx.trayecto.programs.center;

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

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.programs.field.Filters;

/** Learning centres. */
@Path("/v1/centers")
@Tag(name = "Centers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class CenterResource {
    @Inject
    Centers centers;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Open a centre")
    @APIResponseSchema(value = CenterView.class, responseDescription = "Made", responseCode = "201")
    public Response openCenter(OpenCenter command) {
        return centers.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List centres")
    @APIResponseSchema(value = CenterPage.class, responseDescription = "One page")
    public Response listCenters(@BeanParam PageQuery page) {
        return centers.list(page, new Filters());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a centre")
    @APIResponseSchema(value = CenterView.class, responseDescription = "The centre")
    public Response readCenter(@PathParam("id") UUID id) {
        return centers.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a centre")
    @RequestBody(content = @Content(schema = @Schema(implementation = OpenCenter.class)))
    @APIResponseSchema(value = CenterView.class, responseDescription = "Changed")
    public Response changeCenter(@PathParam("id") UUID id, JsonNode patch) {
        return centers.change(id, patch);
    }
}
