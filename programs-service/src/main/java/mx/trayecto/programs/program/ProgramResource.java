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

/** Programmes. */
@Path("/v1/programs")
@Tag(name = "Programs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class ProgramResource {
    @Inject
    Programs programs;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Offer a programme")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response offerProgram(OfferProgram command) {
        return writes.create("/v1/programs", command, () -> programs.offer(command), programs::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List programmes")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ProgramPage.class)))
    public Response listPrograms(@BeanParam PageQuery page) {
        Filters filters = new Filters();
        return pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(Program.class, after, rows),
                program -> program.id,
                ProgramView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a programme")
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response readProgram(@PathParam("id") UUID id) {
        return Answers.ok(programs.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a programme")
    @RequestBody(content = @Content(schema = @Schema(implementation = OfferProgram.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response changeProgram(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> programs.change(id, patch));
    }
}
