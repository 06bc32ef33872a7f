package mx.trayecto.indicators.indicator;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.indicators.access.Scopes;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** Indicators: what is wanted, and how it is known. */
@Path("/v1/indicators")
@Tag(name = "Indicators")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.READ, Scopes.REVIEW})
class IndicatorResource {
    @Inject
    Indicators indicators;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Define an indicator",
            description = "With a measure it is computed from records; without one it lives on reported values. The"
                    + " measure is checked against the agreements, programmes, cohorts, centres and campaigns known.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response defineIndicator(WriteIndicator command) {
        return writes.create("/v1/indicators", command, () -> indicators.define(command), indicators::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List indicators", description = "In order of registration, of one framework or of all.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = IndicatorPage.class)))
    public Response listIndicators(
            @BeanParam PageQuery page,
            @QueryParam("framework") @Parameter(description = "Only of this framework") UUID framework) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("framework", framework);
        return pages.page(
                page,
                filter,
                (after, rows) -> indicators.page(framework, after, rows),
                indicator -> indicator.id,
                IndicatorView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read an indicator", description = "With its targets and its measure, not its figures.")
    @APIResponse(
            responseCode = "200",
            description = "The indicator",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response readIndicator(@PathParam("id") UUID id) {
        return Answers.ok(indicators.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Change an indicator",
            description =
                    "Another measure raises measureVersion; `explanation` tells why computed and declared differ.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WriteIndicator.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response changeIndicator(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> indicators.change(id, patch));
    }

    @PUT
    @Path("{id}/targets")
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Set the targets of an indicator",
            description = "All of them: at most one for the whole term (without period) and one for each period.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response setTargets(@PathParam("id") UUID id, WriteTargets command) {
        return writes.patch(() -> indicators.aim(id, command));
    }
}
