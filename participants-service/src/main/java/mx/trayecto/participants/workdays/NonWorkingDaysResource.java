package mx.trayecto.participants.workdays;

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

/** The tenant's own days of rest, by which its terms are counted. */
@Path("/v1/non-working-days")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights", description = "ARCO requests: to know, correct, cancel and oppose, within the law's working days")
class NonWorkingDaysResource {
    private static final String OFFICER = "arco:write";
    private static final String ADMINISTRATOR = "tenants:admin";

    @Inject
    WorkingCalendar calendar;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed({OFFICER, ADMINISTRATOR})
    @Operation(
            summary = "Declare days on which the tenant does not work",
            description =
                    "Weekends and the days of rest of the Ley Federal del Trabajo (art. 74) are known. What is due"
                            + " in open requests is counted anew. Not with a token that is limited to centres or to a portal.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = NonWorkingDaysView.class)))
    public Response declareNonWorkingDays(DeclareNonWorkingDays command) {
        return writes.create(
                "/v1/non-working-days",
                command,
                () -> NonWorkingDaysView.of(calendar.declare(command)),
                id -> NonWorkingDaysView.of(calendar.require(id)));
    }

    @GET
    @Transactional
    @RolesAllowed({OFFICER, ADMINISTRATOR})
    @Operation(summary = "List the tenant's own non-working days in the order they were declared")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NonWorkingDaysPage.class)))
    public Response listNonWorkingDays(@BeanParam PageQuery page) {
        return pages.page(page, new HashMap<String, String>(), calendar::list, days -> days.id, NonWorkingDaysView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({OFFICER, ADMINISTRATOR})
    @Operation(summary = "Read declared non-working days")
    @APIResponse(
            responseCode = "200",
            description = "The days",
            content = @Content(schema = @Schema(implementation = NonWorkingDaysView.class)))
    public Response readNonWorkingDays(@PathParam("id") UUID id) {
        return Answers.ok(NonWorkingDaysView.of(calendar.require(id)));
    }

    /** One page of non-working days. */
    @Schema(name = "NonWorkingDaysPage")
    record NonWorkingDaysPage(List<NonWorkingDaysView> items, String nextCursor) {}
}
