package mx.trayecto.indicators.achievement;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.indicators.access.Scopes;
import mx.trayecto.indicators.figure.Freshness;
import mx.trayecto.indicators.period.Period;

/** The donor's table of a framework. */
@Path("/v1/frameworks/{id}/achievement")
@Tag(name = "Figures")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.READ, Scopes.REVIEW})
class AchievementResource {
    @Inject
    Achievements achievements;

    @GET
    @Transactional
    @Operation(
            summary = "Read the achievement of a framework",
            description = "The donor's table: one row an indicator with baseline, target, actual, percent and label."
                    + " Percent is actual ÷ target × 100, rounded; the baseline is not subtracted. What was declared"
                    + " stands beside what is computed, and a difference is flagged. A target marked cumulative is held"
                    + " against everything up to the end of the period. " + Freshness.INCOMPLETE)
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    public Response readAchievement(
            @PathParam("id") UUID id,
            @QueryParam("period")
                    @Parameter(
                            description = Period.EXAMPLES,
                            schema = @Schema(type = SchemaType.STRING, pattern = Period.PATTERN))
                    String period) {
        return Response.ok(achievements.of(id, Period.parse(period))).build();
    }
}
