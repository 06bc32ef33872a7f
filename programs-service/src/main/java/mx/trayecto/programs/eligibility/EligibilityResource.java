package mx.trayecto.programs.eligibility;

import java.time.LocalDate;
import java.time.ZoneId;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Language;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.Filters;

/** Whom a programme is for. */
@Path("/v1/programs/{id}/eligibility")
@Tag(name = "Programs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EligibilityResource {
    @Inject
    Eligibility eligibility;

    @Inject
    Audit audit;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Context
    HttpHeaders headers;

    @POST
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Set whom a programme is for",
            description =
                    "A new version of its rule; it governs enrolments and applications from now on. Conditions are"
                            + " checked as they are saved: what is wrong is told with its line and column.")
    @APIResponseSchema(value = EligibilityView.class, responseDescription = "The rule that holds now")
    public Response setEligibility(@PathParam("id") UUID program, SetEligibility command) {
        return writes.act(command, () -> eligibility.set(program, command), id -> EligibilityResource.view(id));
    }

    @GET
    @Transactional
    @RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
    @Operation(summary = "Read whom a programme is for", description = "404 where it is for everybody.")
    @APIResponseSchema(value = EligibilityView.class, responseDescription = "The rule that holds now")
    public Response readEligibility(@PathParam("id") UUID program) {
        return Answers.ok(eligibility.now(program));
    }

    @GET
    @Path("versions")
    @Transactional
    @RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
    @Operation(
            summary = "List whom a programme was for",
            description = "Every version of its rule, the first one first.")
    @APIResponseSchema(value = EligibilityPage.class, responseDescription = "One page")
    public Response listEligibilityVersions(@PathParam("id") UUID program, @BeanParam PageQuery page) {
        eligibility.requireProgram(program);
        return Filters.of("programId", program).page(pages, page, EligibilityRule.class, EligibilityView::of);
    }

    @GET
    @Path("verdicts/{participant}")
    @Transactional
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Tell whether a programme is for a woman",
            description = "As of today, and if it is not, why. It leaves an entry in the audit.")
    @APIResponseSchema(value = VerdictView.class, responseDescription = "Whether, and why not")
    public Response checkEligibility(@PathParam("id") UUID program, @PathParam("participant") UUID participant) {
        Verdict verdict = eligibility.judge(program, participant, LocalDate.now(ZoneId.of(Center.DEFAULT_TIME_ZONE)));
        audit.record("checkEligibility", participant, null);
        return Response.ok(VerdictView.of(verdict, Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .build();
    }

    private static EligibilityView view(UUID id) {
        return EligibilityRule.<EligibilityRule>findByIdOptional(id)
                .map(EligibilityView::of)
                .orElseThrow(ProblemException::notFound);
    }
}
