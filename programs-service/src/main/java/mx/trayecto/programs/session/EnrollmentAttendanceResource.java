package mx.trayecto.programs.session;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

/** The sessions that an enrolment has a record of. */
@Path("/v1/enrollments/{id}/attendance")
@Tag(name = "Attendance")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentAttendanceResource {
    @Inject
    Pages pages;

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List an enrolment's attendances")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AttendancePage.class)))
    public Response listEnrollmentAttendance(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Filters filters =
                new Filters().id("id", "enrollmentId", Enrollment.of(id).id.toString());
        return pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(Attendance.class, after, rows),
                attendance -> attendance.id,
                AttendanceView::of);
    }
}
