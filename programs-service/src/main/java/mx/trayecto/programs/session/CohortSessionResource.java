package mx.trayecto.programs.session;

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

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.field.Filters;

/** The sessions of a cohort. */
@Path("/v1/cohorts/{id}/sessions")
@Tag(name = "Sessions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CohortSessionResource {
    @Inject
    Sessions sessions;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("attendance:write")
    @Operation(summary = "Plan a session", description = "Within the cohort's dates; it may lie ahead.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "Planned", responseCode = "201")
    public Response planSession(@PathParam("id") UUID cohort, PlanSession command) {
        return writes.create(
                "/v1/sessions", command, () -> SessionView.of(sessions.plan(cohort, command)), SessionResource::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List a cohort's sessions", description = "In order of planning.")
    @APIResponseSchema(value = SessionPage.class, responseDescription = "One page")
    public Response listSessions(@PathParam("id") UUID cohort, @BeanParam PageQuery page) {
        return Filters.of("cohortId", CohortTerms.of(cohort).id()).page(pages, page, Session.class, SessionView::of);
    }
}
