package mx.trayecto.programs.survey;

import java.io.InputStream;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.ImportResource;

/** Records answers of many at once. */
@Path("/v1/surveys/imports")
@RolesAllowed("imports:write")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Surveys")
class SurveyImportResource extends ImportResource {
    SurveyImportResource(SurveyImport rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import answered surveys",
            description =
                    "Up to 50,000 rows in 50 MiB, each of one woman's answers, under the rules of the single operation. Rows stand"
                            + " alone; the same answers of the same day change nothing, others are changed by a correction only. "
                            + "Her enrolment is named by `enrollment`, or by `participant` and `cohort` (its id or code; with `program`,"
                            + " the programme's code, where other programmes have the same); where a row has both, they have to agree. The other"
                            + " columns are `instrument` (the id of a version, or the code with `instrumentVersion` where it has several), `on`, and in a table `answers.` and the question's code"
                            + " for each answer: options by code with `|` between, amounts in pesos.")
    public Response importSurveys(@BeanParam DryRunQuery query, InputStream body) {
        return taken(body, query, Map.of());
    }
}
