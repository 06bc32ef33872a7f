package mx.trayecto.programs.pathway;

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

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/** Pathways: the versioned path of a programme. */
@Path("/v1/pathways")
@Tag(name = "Pathways")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class PathwayResource {
    @Inject
    Pathways pathways;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Design a pathway")
    @APIResponseSchema(value = PathwayView.class, responseDescription = "Made", responseCode = "201")
    public Response designPathway(DesignPathway command) {
        return writes.create("/v1/pathways", command, () -> pathways.design(command), pathways::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List pathways")
    @APIResponseSchema(value = PathwayPage.class, responseDescription = "One page")
    public Response listPathways(
            @BeanParam PageQuery page,
            @QueryParam("program")
                    @Parameter(
                            description = "Only of this program",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String program) {
        return new Filters().id("program", "programId", program).page(pages, page, Pathway.class, PathwayView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a pathway")
    @APIResponseSchema(value = PathwayView.class, responseDescription = "The pathway")
    public Response readPathway(@PathParam("id") UUID id) {
        return Answers.ok(pathways.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a pathway")
    @RequestBody(content = @Content(schema = @Schema(implementation = RedesignPathway.class)))
    @APIResponseSchema(value = PathwayView.class, responseDescription = "Changed")
    public Response changePathway(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> pathways.change(id, patch));
    }

    @POST
    @Path("{id}/criteria")
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Set graduation criteria from a date on",
            description = "Also for a pathway in use. Earlier criteria go on to govern earlier graduations.")
    @APIResponseSchema(value = PathwayView.class, responseDescription = "The pathway with all its criteria")
    public Response setGraduationCriteria(@PathParam("id") UUID id, SetCriteria command) {
        return writes.act(command, () -> pathways.setCriteria(id, command), pathways::view);
    }
}
