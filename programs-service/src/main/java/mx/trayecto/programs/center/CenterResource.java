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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
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

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Open a centre")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = CenterView.class)))
    public Response openCenter(OpenCenter command) {
        return writes.create("/v1/centers", command, () -> centers.open(command), centers::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List centres")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = CenterPage.class)))
    public Response listCenters(@BeanParam PageQuery page) {
        Filters filters = new Filters();
        return pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(Center.class, after, rows),
                center -> center.id,
                CenterView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a centre")
    @APIResponse(
            responseCode = "200",
            description = "The centre",
            content = @Content(schema = @Schema(implementation = CenterView.class)))
    public Response readCenter(@PathParam("id") UUID id) {
        return Answers.ok(centers.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a centre")
    @RequestBody(content = @Content(schema = @Schema(implementation = OpenCenter.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = CenterView.class)))
    public Response changeCenter(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> centers.change(id, patch));
    }
}
