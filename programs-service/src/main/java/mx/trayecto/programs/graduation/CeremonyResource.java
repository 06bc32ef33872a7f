package mx.trayecto.programs.graduation;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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
import mx.trayecto.platform.writes.Writes;

import static mx.trayecto.programs.field.Headers.located;

/** Ceremonies. */
@Path("/v1/cohorts/{id}")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CeremonyResource {
    @Inject
    Ceremonies ceremonies;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @Path("ceremony")
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Recognise graduates at a ceremony",
            description = "The same center, day and title name the same ceremony, so that several cohorts can be"
                    + " recognised at one. Each graduate is recognised once at a ceremony.")
    @APIResponseSchema(value = CeremonyView.class, responseDescription = "The ceremony, and whom it recognises")
    public Response holdCeremony(@PathParam("id") UUID cohort, HoldCeremony command) {
        return located(
                "/v1/cohorts/" + cohort + "/ceremonies",
                writes.act(command, () -> ceremonies.hold(cohort, command), id -> ceremonies.again(cohort, command)));
    }

    @GET
    @Path("ceremonies")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(
            summary = "List a cohort's ceremonies",
            description = "With the enrolments of the cohort they recognise.")
    @APIResponseSchema(value = CeremonyPage.class, responseDescription = "One page")
    public Response listCeremonies(@PathParam("id") UUID cohort, @BeanParam PageQuery page) {
        return pages.page(
                page,
                Map.of("cohort", cohort),
                (after, rows) -> ceremonies.held(cohort, after, rows),
                CeremonyView::id,
                Function.identity());
    }

    @GET
    @Path("ceremonies/{ceremony}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a ceremony")
    @APIResponseSchema(
            value = CeremonyView.class,
            responseDescription = "The ceremony, and whom of the cohort it recognises")
    public Response readCeremony(@PathParam("id") UUID cohort, @PathParam("ceremony") UUID id) {
        return Answers.ok(ceremonies.view(cohort, id));
    }
}
