package mx.trayecto.programs.session;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

/** Who was at a session. */
@Path("/v1/sessions/{id}/attendance")
@Tag(name = "Attendance")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AttendanceResource {
    @Inject
    RollCalls rolls;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @POST
    @RolesAllowed("attendance:write")
    @Operation(
            summary = "Call the roll",
            description = "Of a whole session in one call. Entries already recorded the same way stay as they are;"
                    + " others are changed by a correction only. A first attendance activates the enrolment.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session, held")
    public Response callRoll(@PathParam("id") UUID id, CallRoll command) {
        return writes.act(command, () -> SessionView.of(rolls.call(id, command)), SessionResource::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List a session's attendances")
    @APIResponseSchema(value = AttendancePage.class, responseDescription = "One page")
    public Response listSessionAttendance(@PathParam("id") UUID session, @BeanParam PageQuery page) {
        return Filters.of("sessionId", SessionResource.view(session).id())
                .page(pages, page, Attendance.class, AttendanceView::of);
    }

    @GET
    @Path("{enrollment}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read an attendance")
    @APIResponseSchema(value = AttendanceView.class, responseDescription = "The attendance")
    public Response readAttendance(@PathParam("id") UUID session, @PathParam("enrollment") UUID enrollment) {
        return Answers.ok(
                Attendance.find(session, enrollment).map(AttendanceView::of).orElseThrow(ProblemException::notFound));
    }

    @PUT
    @Path("{enrollment}")
    @RolesAllowed("attendance:write")
    @Operation(summary = "Correct an attendance", description = "With the reason, as one code of a closed list.")
    @APIResponseSchema(value = AttendanceView.class, responseDescription = "Corrected")
    public Response correctAttendance(
            @PathParam("id") UUID session, @PathParam("enrollment") UUID enrollment, CorrectAttendance command) {
        return writes.patch(() -> {
            Enrollment hers = Enrollment.lock(enrollment);
            Attendance attendance = Attendance.lock(session, enrollment).orElseThrow(ProblemException::notFound);
            preconditions.check(attendance.version);
            return AttendanceView.of(rolls.correct(attendance, hers, command));
        });
    }
}
