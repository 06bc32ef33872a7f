package mx.trayecto.programs.enrollment;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Language;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.eligibility.VerdictView;
import mx.trayecto.programs.field.Filters;

/** Enrolling, and reading enrolments. Their further steps are in {@link EnrollmentStepResource}. */
@Path("/v1/enrollments")
@Tag(name = "Enrollments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentResource {
    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Inject
    Enrollments enrollments;

    @Context
    HttpHeaders headers;

    @POST
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Enrol a participant",
            description =
                    "By the cohort's capacity she is enrolled, offered a seat, or put on the waiting list in order"
                            + " of arrival. The participant must be known here: send the Trayecto-Position of her registration"
                            + " as Trayecto-Min-Position. One live enrolment per participant and program: a 409"
                            + " already-enrolled gives the Location of hers to whoever may read it.")
    @APIResponseSchema(
            value = EnrollmentView.class,
            responseDescription = "Enrolled, offered or waitlisted",
            responseCode = "201")
    public Response enrollParticipant(EnrollParticipant command) {
        return writes.create(
                "/v1/enrollments",
                command,
                () -> EnrollmentView.of(enrollments.enroll(command)),
                EnrollmentResource::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List enrolments", description = "In order of registration, by any of the filters.")
    @APIResponseSchema(value = EnrollmentPage.class, responseDescription = "A page of enrolments")
    public Response listEnrollments(
            @QueryParam("program") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String program,
            @QueryParam("cohort") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String cohort,
            @QueryParam("participant") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String participant,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = EnrollmentStatus.class)) String status,
            @BeanParam PageQuery page) {
        return new Filters()
                .id("program", "programId", program)
                .id("cohort", "cohortId", cohort)
                .id("participant", "participantId", participant)
                .shown(participant, "recordHidden")
                .code("status", "status", status, EnrollmentStatus.class)
                .page(pages, page, Enrollment.class, EnrollmentView::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read an enrolment")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment")
    public Response readEnrollment(@PathParam("id") UUID id) {
        return Answers.ok(view(id));
    }

    @GET
    @Path("/{id}/stays")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(
            summary = "Read where an enrolment has been",
            description = "Its cohorts one after the other, with the days; a deferral ends a stay too.")
    @APIResponseSchema(value = StaysView.class, responseDescription = "All stays")
    public Response readStays(@PathParam("id") UUID id) {
        return Response.ok(Enrollment.find(id).map(StaysView::of).orElseThrow(ProblemException::notFound))
                .build();
    }

    @GET
    @Path("/{id}/verdict")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(
            summary = "Tell why the programme's rule stood in the way of an application",
            description =
                    "By the version of the rule that it was refused or held back by, her age on the day she applied, and"
                            + " what is known of her today: nothing else is kept of it. 404 where no rule stood in its"
                            + " way, where she is protected, and for whoever does not see her record. It leaves an entry"
                            + " in the audit.")
    @APIResponseSchema(value = VerdictView.class, responseDescription = "Whether it is for her, and why not")
    public Response explainDecision(@PathParam("id") UUID id) {
        return Response.ok(VerdictView.of(
                        enrollments.explain(id), Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .build();
    }

    static EnrollmentView view(UUID id) {
        return Enrollment.find(id).map(EnrollmentView::of).orElseThrow(ProblemException::notFound);
    }
}
