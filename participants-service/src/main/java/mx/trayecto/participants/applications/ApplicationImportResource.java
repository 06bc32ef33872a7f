package mx.trayecto.participants.applications;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.Imports;
import mx.trayecto.platform.tasks.RowResultView;
import mx.trayecto.platform.tasks.TaskView;

/** Applies for many women at once. */
@Path("/v1/applications/imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "A portal's one call: who she is, her consents and the cohort she applies to")
class ApplicationImportResource {
    private static final String IMPORT = "imports:write";
    private static final String APPLY = "applications:write";

    @Inject
    Imports imports;

    @Inject
    ApplicationRows rows;

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @RolesAllowed({IMPORT, APPLY})
    @Operation(
            summary = "Import applications",
            description = "Up to 50,000 rows in 50 MiB, each what `POST /v1/applications` takes, under its rules. A row"
                    + " stands alone and is keyed by its reference and cohort: a file sent again changes nothing. In CSV"
                    + " the columns are `externalId`, `sourceSystem`, `cohort`, `on` and those of an import of people."
                    + " Applications are decided in the order in which they were taken, after the file as during it.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = Format.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = Format.LARGEST)),
                @Content(
                        mediaType = Format.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = Format.LARGEST))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken; the task tells how it goes",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
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
        return imports.accept("/v1/applications/imports", rows, body, options, query.dryRun());
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({IMPORT, APPLY})
    @Operation(summary = "Read how an import goes")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response readApplicationImport(@PathParam("id") UUID id) {
        return Answers.ok(imports.read(ApplicationRows.KIND, id));
    }

    @GET
    @Path("{id}/results")
    @Produces(Format.NDJSON_TYPE)
    @RolesAllowed({IMPORT, APPLY})
    @Operation(summary = "Read what became of each row of an import", description = "One JSON object a line.")
    @APIResponse(
            responseCode = "200",
            description = "The rows that are done, in the order of the file",
            content = @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(implementation = RowResultView.class)))
    public Response readApplicationImportResults(@PathParam("id") UUID id) {
        return imports.results(ApplicationRows.KIND, id);
    }
}
