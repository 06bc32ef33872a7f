package mx.trayecto.programs.enrollment;

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

/** Enrols many at once. */
@Path("/v1/enrollments/imports")
@RolesAllowed("imports:write")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollments")
class EnrollmentImportResource extends ImportResource {
    EnrollmentImportResource(EnrollmentImport rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import enrolments",
            description =
                    "Up to 50,000 rows in 50 MiB, each of one woman known here, under the rules of `POST /v1/enrollments`, in the"
                            + " order of the file. Rows stand alone; who asked for a seat in that cohort that day is left as she is, so that a"
                            + " file sent again changes nothing. The columns are `participant`, `cohort` (its id or code), `on`, and `program`,"
                            + " the programme's code, where cohorts of others have the same code. Days may be dd/mm/aaaa.")
    public Response importEnrollments(@BeanParam DryRunQuery query, InputStream body) {
        return taken(body, query, Map.of());
    }
}
