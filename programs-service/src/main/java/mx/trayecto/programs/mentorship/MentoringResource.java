package mx.trayecto.programs.mentorship;

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
import mx.trayecto.programs.field.Filters;

/** The meetings of a mentorship. */
@Path("/v1/mentorships/{id}/sessions")
@Tag(name = "Mentorships")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class MentoringResource {
    @Inject
    Mentorships mentorships;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed({"enrollments:write", "attendance:write"})
    @Operation(summary = "Record a meeting", description = "Its hours count for the mentor and for each who came.")
    @APIResponseSchema(value = MentoringView.class, responseDescription = "Recorded", responseCode = "201")
    public Response recordMentoring(@PathParam("id") UUID mentorship, RecordMentoring command) {
        return writes.create(
                "/v1/mentorships/" + mentorship + "/sessions",
                command,
                () -> MentoringView.of(mentorships.meet(Mentorship.lock(mentorship), command)),
                id -> view(mentorship, id));
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List a mentorship's meetings")
    @APIResponseSchema(value = MentoringPage.class, responseDescription = "One page")
    public Response listMentoring(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Mentorship.find(id).orElseThrow(ProblemException::notFound);
        return Filters.of("mentorshipId", id).page(pages, page, MentorshipSession.class, MentoringView::of);
    }

    @GET
    @Path("{session}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a meeting")
    @APIResponseSchema(value = MentoringView.class, responseDescription = "The meeting")
    public Response readMentoring(@PathParam("id") UUID mentorship, @PathParam("session") UUID id) {
        return Answers.ok(view(mentorship, id));
    }

    private static MentoringView view(UUID mentorship, UUID id) {
        return MentorshipSession.find(mentorship, id).map(MentoringView::of).orElseThrow(ProblemException::notFound);
    }
}
