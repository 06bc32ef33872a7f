package mx.trayecto.indicators.reported;

import java.util.Map;
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

import mx.trayecto.indicators.access.Scopes;
import mx.trayecto.indicators.indicator.Indicators;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** Actuals that people report or declare, with evidence and a second person's review. */
@Path("/v1/indicators/{indicator}/reported-values")
@Tag(name = "Reported values")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.READ, Scopes.REVIEW})
class ReportedValueResource {
    @Inject
    ReportedValues values;

    @Inject
    Indicators indicators;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Report a value",
            description = "An actual, or an achievement as declared elsewhere. It stands in figures once another person"
                    + " has accepted it. Where the indicator is computed too, both are shown side by side.")
    @APIResponse(
            responseCode = "201",
            description = "Reported",
            content = @Content(schema = @Schema(implementation = ReportedValueView.class)))
    public Response reportValue(@PathParam("indicator") UUID indicator, ReportValue command) {
        return writes.create(
                "/v1/indicators/" + indicator + "/reported-values",
                command,
                () -> values.report(indicator, command),
                id -> values.view(indicator, id));
    }

    @GET
    @Transactional
    @Operation(summary = "List reported values", description = "Of one indicator, in order of registration.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ReportedValuePage.class)))
    public Response listReportedValues(@PathParam("indicator") UUID indicator, @BeanParam PageQuery page) {
        indicators.view(indicator);
        return pages.page(
                page,
                Map.of(),
                (after, rows) -> values.page(indicator, after, rows),
                reported -> reported.id,
                ReportedValueView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a reported value", description = "With its evidence and its review.")
    @APIResponse(
            responseCode = "200",
            description = "The reported value",
            content = @Content(schema = @Schema(implementation = ReportedValueView.class)))
    public Response readReportedValue(@PathParam("indicator") UUID indicator, @PathParam("id") UUID id) {
        return Answers.ok(values.view(indicator, id));
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed(Scopes.REVIEW)
    @Operation(
            summary = "Review a reported value",
            description = "Accepts or rejects it, once. Nobody reviews what she reported herself.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed",
            content = @Content(schema = @Schema(implementation = ReportedValueView.class)))
    public Response reviewReportedValue(
            @PathParam("indicator") UUID indicator, @PathParam("id") UUID id, ReviewValue command) {
        return writes.act(command, () -> values.review(indicator, id, command), any -> values.view(indicator, id));
    }
}
