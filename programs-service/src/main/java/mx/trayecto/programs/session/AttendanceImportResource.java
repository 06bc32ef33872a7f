package mx.trayecto.programs.session;

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

/** Records many attendances at once. */
@Path("/v1/attendance/imports")
@RolesAllowed("imports:write")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance")
class AttendanceImportResource extends ImportResource {
    AttendanceImportResource(AttendanceImport rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import attendances",
            description = "Up to 50,000 rows in 50 MiB, each of one enrolment in one session, under the rules of a"
                    + " roll-call. Rows stand alone; a file sent again changes nothing, and what is recorded otherwise is"
                    + " changed by a correction only. The columns are `session`, `enrollment`, `attended` and, where they"
                    + " are not all of the session's, `hours`.")
    public Response importAttendance(@BeanParam DryRunQuery query, InputStream body) {
        return taken(body, query, Map.of());
    }
}
