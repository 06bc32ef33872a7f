package mx.trayecto.participants.applications;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.ImportResource;

/** Applies for many women at once. */
@Path("/v1/applications/imports")
@RolesAllowed({"imports:write", "applications:write"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "A portal's one call: who she is, her consents and the cohort she applies to")
class ApplicationImportResource extends ImportResource {
    ApplicationImportResource(ApplicationRows rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import applications",
            description = "Up to 50,000 rows in 50 MiB, each what `POST /v1/applications` takes, under its rules. A row"
                    + " stands alone and is keyed by its reference and cohort: a file sent again changes nothing. In CSV"
                    + " the columns are `externalId`, `sourceSystem`, `cohort`, `on` and those of an import of people."
                    + " Applications are decided in the order in which they were taken, after the file as during it.")
    public Response importApplications(
            @BeanParam DryRunQuery query,
            @QueryParam("cohort")
                    @Parameter(
                            description = "The cohort of rows that name none",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String cohort,
            InputStream body) {
        Map<String, String> options = new HashMap<>();
        if (cohort != null) {
            if (!cohort.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                throw ProblemException.of(CommonProblem.VALIDATION)
                        .error(ApplicationRows.COHORT, "type", "debe ser un UUID", "must be a UUID");
            }
            options.put(ApplicationRows.COHORT, cohort);
        }
        return taken(body, query, options);
    }
}
