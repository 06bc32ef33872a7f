package mx.trayecto.programs.activity;

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

/** Activities: what was held for many at once. */
@Path("/v1/activities")
@Tag(name = "Activities")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class ActivityResource {
    @Inject
    Activities activities;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Report an activity")
    @APIResponseSchema(value = ActivityView.class, responseDescription = "Made", responseCode = "201")
    public Response reportActivity(ReportActivity command) {
        return activities.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List activities")
    @APIResponseSchema(value = ActivityPage.class, responseDescription = "One page")
    public Response listActivities(
            @BeanParam PageQuery page,
            @QueryParam("agreement")
                    @Parameter(
                            description = "Only of this agreement",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String agreement,
            @QueryParam("center")
                    @Parameter(
                            description = "Only of this center",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String center,
            @QueryParam("campaign")
                    @Parameter(
                            description = "Only of this campaign",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String campaign) {
        return activities.list(
                page,
                new Filters()
                        .id("agreement", "agreementId", agreement)
                        .id("center", "centerId", center)
                        .id("campaign", "campaignId", campaign));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read an activity")
    @APIResponseSchema(value = ActivityView.class, responseDescription = "The activity")
    public Response readActivity(@PathParam("id") UUID id) {
        return activities.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change an activity")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReportActivity.class)))
    @APIResponseSchema(value = ActivityView.class, responseDescription = "Changed")
    public Response changeActivity(@PathParam("id") UUID id, JsonNode patch) {
        return activities.change(id, patch);
    }
}
