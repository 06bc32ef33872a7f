package mx.trayecto.programs.followup;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

/** The follow-ups of an enrolment. What is written in them is not kept by caches. */
@Path("/v1/enrollments/{id}/follow-ups")
@Tag(name = "Follow-ups")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class FollowUpResource {
    @Inject
    FollowUps followUps;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed({"attendance:write", "enrollments:write"})
    @Operation(summary = "Record a follow-up")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    public Response recordFollowUp(@PathParam("id") UUID enrollment, RecordFollowUp command) {
        return unkept(writes.create(
                "/v1/enrollments/" + enrollment + "/follow-ups",
                command,
                () -> followUps.record(enrollment, command),
                id -> view(enrollment, id)));
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List follow-ups")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = FollowUpPage.class)))
    public Response listFollowUps(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Enrollment enrollment = Enrollment.of(id);
        Filters filters = new Filters().id("id", "enrollmentId", id.toString());
        return unkept(pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(FollowUp.class, after, rows),
                made -> made.id,
                made -> followUps.view(enrollment, made)));
    }

    @GET
    @Path("{followUp}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a follow-up")
    @APIResponse(
            responseCode = "200",
            description = "The follow-up",
            content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    public Response readFollowUp(@PathParam("id") UUID enrollment, @PathParam("followUp") UUID id) {
        return unkept(Answers.ok(view(enrollment, id)));
    }

    private FollowUpView view(UUID enrollment, UUID id) {
        return followUps.view(
                Enrollment.of(enrollment), FollowUp.find(enrollment, id).orElseThrow(ProblemException::notFound));
    }

    private static Response unkept(Response answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer;
    }
}
