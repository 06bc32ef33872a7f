package mx.trayecto.programs.graduation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

/** What of the criteria a woman need not meet. */
@Path("/v1/enrollments/{id}/graduation-exceptions")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentExceptionResource {
    @Inject
    GraduationExceptions exceptions;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Ask that a woman need not meet some of the criteria",
            description = "It holds once another person has accepted it, and for one graduation.")
    @APIResponseSchema(value = ExceptionView.class, responseDescription = "Asked for", responseCode = "201")
    public Response requestGraduationException(@PathParam("id") UUID enrollment, RequestException command) {
        return writes.create(
                "/v1/graduation-exceptions",
                command,
                () -> ExceptionView.of(exceptions.request(enrollment, command)),
                GraduationExceptions::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List what of the criteria a woman need not meet")
    @APIResponseSchema(value = ExceptionPage.class, responseDescription = "One page")
    public Response listGraduationExceptions(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return Filters.of("enrollmentId", Enrollment.of(id).id)
                .page(pages, page, GraduationException.class, ExceptionView::of);
    }
}
