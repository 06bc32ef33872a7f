package mx.trayecto.programs.survey;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;

/** What the women of a cohort have answered, and what they have yet to. */
@Path("/v1/cohorts/{id}/surveys")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CohortSurveyResource {
    @Inject
    DueSurveys due;

    @Inject
    Pages pages;

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(
            summary = "List what the women of a cohort are to answer",
            description = "Those who take part or graduated, each with the cohort's scheduled instruments: ahead, open,"
                    + " overdue or answered, as of today at the centre.")
    @APIResponseSchema(value = SurveysOfOnePage.class, responseDescription = "One page")
    public Response listCohortSurveys(@PathParam("id") UUID cohort, @BeanParam PageQuery page) {
        return pages.page(
                page,
                Map.of("cohort", cohort),
                (after, rows) -> due.of(cohort, after, rows),
                SurveysOfOne::enrollment,
                one -> one);
    }
}
