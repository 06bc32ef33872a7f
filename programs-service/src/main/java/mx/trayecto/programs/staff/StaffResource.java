package mx.trayecto.programs.staff;

import java.util.UUID;
import java.util.function.Function;

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
import jakarta.ws.rs.core.HttpHeaders;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/** Staff: facilitators, coordinators, trained officials. */
@Path("/v1/staff")
@Tag(name = "Staff")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("programs:write")
class StaffResource {
    @Inject
    StaffRegister staffRegister;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @Operation(summary = "Engage a member of staff")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = StaffView.class)))
    public Response engageStaff(EngageStaff command) {
        return unstored(writes.create("/v1/staff", command, () -> staffRegister.engage(command), staffRegister::view));
    }

    @GET
    @Transactional
    @Operation(summary = "List staff")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = StaffPage.class)))
    public Response listStaff(
            @BeanParam PageQuery page,
            @QueryParam("organization")
                    @Parameter(
                            description = "Only of this organization",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String organization,
            @QueryParam("center")
                    @Parameter(
                            description = "Only of this center",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String center) {
        Filters filters =
                new Filters().id("organization", "organizationId", organization).id("center", "centerId", center);
        return unstored(pages.page(
                page,
                filters.values(),
                (after, rows) -> staffRegister.views(filters.rows(Staff.class, after, rows)),
                StaffView::id,
                Function.identity()));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a member of staff")
    @APIResponse(
            responseCode = "200",
            description = "The member of staff",
            content = @Content(schema = @Schema(implementation = StaffView.class)))
    public Response readStaff(@PathParam("id") UUID id) {
        return unstored(Answers.ok(staffRegister.read(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change a member of staff")
    @RequestBody(content = @Content(schema = @Schema(implementation = EngageStaff.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = StaffView.class)))
    public Response changeStaff(@PathParam("id") UUID id, JsonNode patch) {
        return unstored(writes.patch(() -> staffRegister.change(id, patch)));
    }

    /** Names of people are kept by no cache. */
    private static Response unstored(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
