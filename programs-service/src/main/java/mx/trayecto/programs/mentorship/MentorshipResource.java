package mx.trayecto.programs.mentorship;

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
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/** Mentorships. */
@Path("/v1/mentorships")
@Tag(name = "Mentorships")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class MentorshipResource {
    @Inject
    Mentorships mentorships;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Inject
    MergePatch merge;

    @Inject
    Preconditions preconditions;

    @POST
    @RolesAllowed("enrollments:write")
    @Operation(summary = "Form a mentorship", description = "Mentor and mentees are named by their enrolments.")
    @APIResponseSchema(value = MentorshipView.class, responseDescription = "Formed", responseCode = "201")
    public Response formMentorship(FormMentorship command) {
        return writes.create(
                "/v1/mentorships",
                command,
                () -> MentorshipView.of(mentorships.form(command)),
                MentorshipResource::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List mentorships")
    @APIResponseSchema(value = MentorshipPage.class, responseDescription = "One page")
    public Response listMentorships(
            @BeanParam PageQuery page,
            @QueryParam("mentor")
                    @Parameter(
                            description = "Only of this mentor's enrolment",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String mentor) {
        return new Filters()
                .id("mentor", "mentorEnrollmentId", mentor)
                .page(pages, page, Mentorship.class, MentorshipView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a mentorship")
    @APIResponseSchema(value = MentorshipView.class, responseDescription = "The mentorship")
    public Response readMentorship(@PathParam("id") UUID id) {
        return Answers.ok(view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("enrollments:write")
    @Operation(summary = "Change a mentorship", description = "Its end, and who is accompanied besides.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChangeMentorship.class)))
    @APIResponseSchema(value = MentorshipView.class, responseDescription = "Changed")
    public Response changeMentorship(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> {
            Mentorship mentorship = Mentorship.lock(id);
            preconditions.check(mentorship.version);
            ChangeMentorship command = merge.apply(
                    new ChangeMentorship(mentorship.endsOn, mentorship.mentees), patch, ChangeMentorship.class);
            mentorships.change(mentorship, command);
            Mentorship.flush();
            return MentorshipView.of(mentorship);
        });
    }

    private static MentorshipView view(UUID id) {
        return Mentorship.find(id).map(MentorshipView::of).orElseThrow(ProblemException::notFound);
    }
}
