package mx.trayecto.programs.completion;

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

/** Completes modules of many at once. */
@Path("/v1/completions/imports")
@RolesAllowed("imports:write")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completions")
class CompletionImportResource extends ImportResource {
    CompletionImportResource(CompletionImport rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import completed modules",
            description =
                    "Up to 50,000 rows in 50 MiB, each of one module that one woman completed, under the rules of the single"
                            + " operation, in the order of the file. Rows stand alone; a module that she had completed stays as it is, so that"
                            + " a file sent again changes nothing, nor is what was revoked since recorded anew by the row that it came"
                            + " from; a row with another day or source than what holds is refused (`completion-recorded`). "
                            + "Her enrolment is named by `enrollment`, or by `participant` and `cohort` (its id or code; with `program`,"
                            + " the programme's code, where other programmes have the same); where a row has both, they have to agree. The other"
                            + " columns are `module` (its id or code), `on` and, where it is not `manual`, `source`.")
    public Response importCompletions(@BeanParam DryRunQuery query, InputStream body) {
        return taken(body, query, Map.of());
    }
}
