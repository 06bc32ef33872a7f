package mx.trayecto.programs.session;

import java.io.InputStream;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.Imports;
import mx.trayecto.platform.tasks.RowResultView;
import mx.trayecto.platform.tasks.TaskView;

/** Records many attendances at once. */
@Path("/v1/attendance/imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance")
class AttendanceImportResource {
    private static final String IMPORT = "imports:write";

    @Inject
    Imports imports;

    @Inject
    AttendanceImport rows;

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @RolesAllowed(IMPORT)
    @Operation(
            summary = "Import attendances",
            description = "Up to 50,000 rows in 50 MiB, each of one enrolment in one session, under the rules of a"
                    + " roll-call. Rows stand alone; a file sent again changes nothing, and what is recorded otherwise is"
                    + " changed by a correction only. The columns are `session`, `enrollment`, `attended` and, where they"
                    + " are not all of the session's, `hours`.")
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
    public Response importAttendance(@BeanParam DryRunQuery query, InputStream body) {
        return imports.accept("/v1/attendance/imports", rows, body, Map.of(), query.dryRun());
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed(IMPORT)
    @Operation(summary = "Read how an import goes")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response readAttendanceImport(@PathParam("id") UUID id) {
        return Answers.ok(imports.read(AttendanceImport.KIND, id));
    }

    @GET
    @Path("{id}/results")
    @Produces(Format.NDJSON_TYPE)
    @RolesAllowed(IMPORT)
    @Operation(summary = "Read what became of each row of an import", description = "One JSON object a line.")
    @APIResponse(
            responseCode = "200",
            description = "The rows that are done, in the order of the file",
            content = @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(implementation = RowResultView.class)))
    public Response readAttendanceImportResults(@PathParam("id") UUID id) {
        return imports.results(AttendanceImport.KIND, id);
    }
}
