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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

import static mx.trayecto.programs.field.Headers.unkept;

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
    @APIResponseSchema(value = FollowUpView.class, responseDescription = "Recorded", responseCode = "201")
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
    @APIResponseSchema(value = FollowUpPage.class, responseDescription = "One page")
    public Response listFollowUps(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Enrollment enrollment = Enrollment.of(id);
        return unkept(Filters.of("enrollmentId", id)
                .page(pages, page, FollowUp.class, made -> followUps.view(enrollment, made)));
    }

    @GET
    @Path("{followUp}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a follow-up")
    @APIResponseSchema(value = FollowUpView.class, responseDescription = "The follow-up")
    public Response readFollowUp(@PathParam("id") UUID enrollment, @PathParam("followUp") UUID id) {
        return unkept(Answers.ok(view(enrollment, id)));
    }

    private FollowUpView view(UUID enrollment, UUID id) {
        return followUps.view(
                Enrollment.of(enrollment), FollowUp.find(enrollment, id).orElseThrow(ProblemException::notFound));
    }
}
