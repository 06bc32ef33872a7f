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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(value = AttendancePage.class, responseDescription = "One page")
    public Response listEnrollmentAttendance(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return Filters.of("enrollmentId", Enrollment.of(id).id).page(pages, page, Attendance.class, AttendanceView::of);
    }
}
