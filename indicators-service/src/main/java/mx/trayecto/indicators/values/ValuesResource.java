package mx.trayecto.indicators.values;

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
import mx.trayecto.indicators.figure.By;
import mx.trayecto.indicators.figure.Freshness;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Figures of an indicator, and where they come from. */
@Path("/v1/indicators/{id}")
@Tag(name = "Figures")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.READ, Scopes.REVIEW})
class ValuesResource {
    private static final int MOST = 1000;
    private static final String UNLESS_SAID = "200";

    @Inject
    Values values;

    @GET
    @Path("values")
    @Transactional
    @Operation(
            summary = "Read an indicator's figures",
            description = "In total and, if asked, broken down. Persons are distinct, so the total need not be the sum"
                    + " of the cells. Attributes are those valid on the date of what is counted. `asOf` is the time of"
                    + " the latest event included. " + Freshness.INCOMPLETE)
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = ValuesView.class)))
    public Response readValues(
            @PathParam("id") UUID id,
            @QueryParam("period")
                    @Parameter(
                            description = Period.EXAMPLES,
                            schema = @Schema(type = SchemaType.STRING, pattern = Period.PATTERN))
                    String period,
            @QueryParam("by")
                    @Parameter(
                            description = "Broken down by",
                            schema = @Schema(type = SchemaType.STRING, pattern = By.PATTERN))
                    String by) {
        return Response.ok(values.of(id, Period.parse(period), by == null ? null : by(by)))
                .build();
    }

    @GET
    @Path("provenance")
    @Transactional
    @Operation(
            summary = "Read where an indicator's figure comes from",
            description = "Measure version, event positions included, what is missing; and, for those who may define"
                    + " indicators, the enrolments behind the figure in order of their ids. " + Freshness.INCOMPLETE)
    @APIResponse(
            responseCode = "200",
            description = "The provenance",
            content = @Content(schema = @Schema(implementation = Provenance.class)))
    public Response readProvenance(
            @PathParam("id") UUID id,
            @QueryParam("period")
                    @Parameter(
                            description = Period.EXAMPLES,
                            schema = @Schema(type = SchemaType.STRING, pattern = Period.PATTERN))
                    String period,
            @QueryParam("after") @Parameter(description = "Enrolments after this one") UUID after,
            @QueryParam("limit")
                    @Parameter(
                            description = "Enrolments at most",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = UNLESS_SAID))
                    String limit) {
        return Response.ok(values.provenance(id, Period.parse(period), after, limit(limit)))
                .build();
    }

    private static By by(String code) {
        return By.of(code).orElseThrow(() -> refused("by", "debe ser ", "must be ", By.PATTERN));
    }

    private static int limit(String text) {
        String limit = text == null ? UNLESS_SAID : text;
        int most = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        if (most < 1 || most > MOST) {
            throw refused("limit", "debe ser un número de ", "must be a number from ", "1 … " + MOST);
        }
        return most;
    }

    private static ProblemException refused(String parameter, String es, String en, String allowed) {
        return ProblemException.of(CommonProblem.VALIDATION).error(parameter, "range", es + allowed, en + allowed);
    }
}
