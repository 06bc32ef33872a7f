package mx.trayecto.programs.cohort;

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

/** Cohorts: groups that walk a pathway together. */
@Path("/v1/cohorts")
@Tag(name = "Cohorts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class CohortResource {
    @Inject
    Cohorts cohorts;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Plan a cohort")
    @APIResponseSchema(value = CohortView.class, responseDescription = "Made", responseCode = "201")
    public Response planCohort(PlanCohort command) {
        return cohorts.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List cohorts")
    @APIResponseSchema(value = CohortPage.class, responseDescription = "One page")
    public Response listCohorts(
            @BeanParam PageQuery page,
            @QueryParam("program")
                    @Parameter(
                            description = "Only of this program",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String program,
            @QueryParam("center")
                    @Parameter(
                            description = "Only of this center",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String center,
            @QueryParam("agreement")
                    @Parameter(
                            description = "Only of this agreement",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String agreement,
            @QueryParam("status")
                    @Parameter(
                            description = "Only in this status",
                            schema = @Schema(implementation = CohortStatus.class))
                    String status) {
        return cohorts.list(
                page,
                new Filters()
                        .id("program", "programId", program)
                        .id("center", "centerId", center)
                        .id("agreement", "agreementId", agreement)
                        .code("status", "status", status, CohortStatus.class));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a cohort")
    @APIResponseSchema(value = CohortView.class, responseDescription = "The cohort")
    public Response readCohort(@PathParam("id") UUID id) {
        return cohorts.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a cohort")
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanCohort.class)))
    @APIResponseSchema(value = CohortView.class, responseDescription = "Changed")
    public Response changeCohort(@PathParam("id") UUID id, JsonNode patch) {
        return cohorts.change(id, patch);
    }

    @POST
    @Path("{id}/opening")
    @RolesAllowed("programs:write")
    @Operation(summary = "Open a cohort", description = "Enrolments are taken from now on.")
    @APIResponseSchema(value = CohortView.class, responseDescription = "The cohort")
    public Response openCohort(@PathParam("id") UUID id) {
        return cohorts.advance(id, Cohort::open);
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed("programs:write")
    @Operation(summary = "Start a cohort", description = "Classes begin; the waiting list still advances.")
    @APIResponseSchema(value = CohortView.class, responseDescription = "The cohort")
    public Response startCohort(@PathParam("id") UUID id) {
        return cohorts.advance(id, Cohort::start);
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Close a cohort",
            description =
                    "Nothing more is held for it; graduations may still be decided. Whoever applied, waits or was offered a"
                            + " seat is rejected (`no-capacity`), so that she may apply to another cohort. Whoever is enrolled,"
                            + " active or deferred stays: she may still graduate, or is withdrawn or transferred by a step of her own.")
    @APIResponseSchema(value = CohortView.class, responseDescription = "The cohort")
    public Response closeCohort(@PathParam("id") UUID id) {
        return cohorts.advance(id, Cohort::close);
    }
}
