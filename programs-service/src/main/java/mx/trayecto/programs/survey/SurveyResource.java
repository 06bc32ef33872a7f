package mx.trayecto.programs.survey;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

import static mx.trayecto.programs.field.Headers.unkept;

/** The surveys that were answered in an enrolment. What was written freely is not kept by caches. */
@Path("/v1/enrollments/{id}/surveys")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class SurveyResource {
    @Inject
    Surveys surveys;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @POST
    @RolesAllowed("surveys:write")
    @Operation(
            summary = "Answer a survey",
            description = "Entry and exit once per enrolment, so that they can be paired; post-graduation after"
                    + " graduating, as often as the instrument is asked on different days. A 409 survey-answered gives the"
                    + " Location of the answers there are to whoever may read them.")
    @APIResponseSchema(value = SurveyView.class, responseDescription = "Answered", responseCode = "201")
    public Response answerSurvey(@PathParam("id") UUID enrollment, AnswerSurvey command) {
        return unkept(writes.create(
                "/v1/enrollments/" + enrollment + "/surveys",
                command,
                () -> surveys.answer(enrollment, command),
                id -> view(enrollment, id)));
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List answered surveys")
    @APIResponseSchema(value = SurveyPage.class, responseDescription = "One page")
    public Response listSurveys(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Enrollment enrollment = Enrollment.of(id);
        return unkept(Filters.of("enrollmentId", id)
                .page(pages, page, SurveyResponse.class, response -> surveys.view(enrollment, response)));
    }

    @GET
    @Path("{survey}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read an answered survey")
    @APIResponseSchema(value = SurveyView.class, responseDescription = "The answers")
    public Response readSurvey(@PathParam("id") UUID enrollment, @PathParam("survey") UUID id) {
        return unkept(mx.trayecto.platform.concurrency.Answers.ok(view(enrollment, id)));
    }

    @PUT
    @Path("{survey}")
    @RolesAllowed("surveys:write")
    @Operation(
            summary = "Correct the answers",
            description = "All of them anew, with the reason; the language stays unless it is said.")
    @APIResponseSchema(value = SurveyView.class, responseDescription = "Corrected")
    public Response correctSurvey(
            @PathParam("id") UUID enrollment, @PathParam("survey") UUID id, CorrectSurvey command) {
        return unkept(writes.patch(() -> {
            Enrollment hers = Enrollment.lock(enrollment);
            SurveyResponse response = SurveyResponse.lock(enrollment, id).orElseThrow(ProblemException::notFound);
            preconditions.check(response.version);
            return surveys.correct(hers, response, command);
        }));
    }

    private SurveyView view(UUID enrollment, UUID id) {
        return surveys.view(
                Enrollment.of(enrollment), SurveyResponse.find(enrollment, id).orElseThrow(ProblemException::notFound));
    }
}
