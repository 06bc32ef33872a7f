package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

/** Graduation of a whole cohort. */
@Path("/v1/cohorts/{id}/graduation")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class GraduationResource {
    @Inject
    Graduations graduations;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Graduate a cohort",
            description = "Holds everybody who takes part against the criteria that govern on the date and graduates"
                    + " those who meet them, all in one commit. For each of the others it lists what she lacks."
                    + " A dry run says the same and changes nothing. It may be repeated: nobody graduates twice.")
    @APIResponseSchema(value = GraduationView.class, responseDescription = "Who graduated, and what the others lack")
    public Response graduateCohort(
            @PathParam("id") UUID cohort,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Only say what would happen",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @Context UriInfo uri,
            GraduateCohort command) {
        return only(uri.getQueryParameters().getOrDefault("dryRun", List.of(dryRun)))
                ? Response.ok(QuarkusTransaction.requiringNew().call(() -> graduations.preview(cohort, command.on())))
                        .build()
                : writes.act(
                        command,
                        () -> graduations.graduate(cohort, command.on()),
                        id -> graduations.preview(id, command.on()));
    }

    /** Said in full or refused: whoever misspells a dry run does not want to graduate anybody. */
    private static boolean only(List<String> dryRun) {
        return switch (String.join(",", dryRun)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.of(CommonProblem.VALIDATION)
                        .error("dryRun", "boolean", "debe ser true o false", "must be true or false");
        };
    }
}
