package mx.trayecto.indicators.framework;

import java.util.Map;
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

import mx.trayecto.indicators.access.Scopes;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** Results frameworks: trees of results that indicators hang on. */
@Path("/v1/frameworks")
@Tag(name = "Frameworks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.READ, Scopes.REVIEW})
class FrameworkResource {
    @Inject
    Frameworks frameworks;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Set up a framework",
            description = "The results framework of an agreement or a programme. Its tree of results (impact, outcome,"
                    + " output; or fin, propósito, componente, actividad) carries the indicators.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = FrameworkView.class)))
    public Response setUpFramework(WriteFramework command) {
        return writes.create("/v1/frameworks", command, () -> frameworks.set(command), frameworks::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List frameworks", description = "In order of registration.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = FrameworkPage.class)))
    public Response listFrameworks(@BeanParam PageQuery page) {
        return pages.page(page, Map.of(), frameworks::page, framework -> framework.id, FrameworkView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a framework", description = "With its tree of results.")
    @APIResponse(
            responseCode = "200",
            description = "The framework",
            content = @Content(schema = @Schema(implementation = FrameworkView.class)))
    public Response readFramework(@PathParam("id") UUID id) {
        return Answers.ok(frameworks.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Change a framework",
            description = "A list of results is replaced as a whole; a result that has indicators cannot go.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WriteFramework.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = FrameworkView.class)))
    public Response changeFramework(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> frameworks.change(id, patch));
    }
}
