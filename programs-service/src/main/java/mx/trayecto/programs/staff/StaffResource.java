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

import static mx.trayecto.programs.field.Headers.unkept;

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
    @APIResponseSchema(value = StaffView.class, responseDescription = "Made", responseCode = "201")
    public Response engageStaff(EngageStaff command) {
        return unkept(writes.create("/v1/staff", command, () -> staffRegister.engage(command), staffRegister::view));
    }

    @GET
    @Transactional
    @Operation(summary = "List staff")
    @APIResponseSchema(value = StaffPage.class, responseDescription = "One page")
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
        return unkept(pages.page(
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
    @APIResponseSchema(value = StaffView.class, responseDescription = "The member of staff")
    public Response readStaff(@PathParam("id") UUID id) {
        return unkept(Answers.ok(staffRegister.read(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change a member of staff")
    @RequestBody(content = @Content(schema = @Schema(implementation = EngageStaff.class)))
    @APIResponseSchema(value = StaffView.class, responseDescription = "Changed")
    public Response changeStaff(@PathParam("id") UUID id, JsonNode patch) {
        return unkept(writes.patch(() -> staffRegister.change(id, patch)));
    }
}
