package mx.trayecto.participants.applications;

import java.util.HashMap;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** A portal's one call: who she is, what she agreed to, where she applies. */
@Path("/v1/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "One call that finds or registers a woman and applies for her")
class ApplicationResource {
    static final String READ = "applications:read";

    @Inject
    Applications applications;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("applications:write")
    @Operation(
            summary = "Apply to a cohort",
            description =
                    "Finds or registers the woman, records her consents and applies, all or nothing. Who is under 18"
                            + " on that day is refused with 409 `guardian-consent-missing` where the consent"
                            + " `minor-participation` was never given or was withdrawn. The decision"
                            + " follows: read the application again, or wait for its webhook. Whoever is not shown her"
                            + " record is answered alike whether or not she has applied to the cohort already, and told of"
                            + " no decision.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response submitApplication(SubmitApplication command) {
        return writes.create("/v1/applications", command, () -> applications.submit(command), applications::view);
    }

    @GET
    @Transactional
    @RolesAllowed(READ)
    @Operation(summary = "List applications in order of submission", description = "A portal sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public Response listApplications(@BeanParam PageQuery page) {
        return pages.page(page, new HashMap<String, String>(), applications::rows, ApplicationView::id, view -> view);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed(READ)
    @Operation(summary = "Read an application")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response readApplication(@PathParam("id") UUID id) {
        return Answers.ok(applications.view(id));
    }

    /** One page of applications. */
    @Schema(name = "ApplicationPage")
    record ApplicationPage(List<ApplicationView> items, String nextCursor) {}
}
