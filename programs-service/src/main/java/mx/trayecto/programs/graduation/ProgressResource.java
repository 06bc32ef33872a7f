package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;

/** How far a woman has come. */
@Path("/v1/enrollments/{id}/progress")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ProgressResource {
    @Inject
    ProgressRows progress;

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read an enrolment's progress", description = "Until today at the centre.")
    public ProgressView readProgress(@PathParam("id") UUID id) {
        Enrollment enrollment = Enrollment.of(id);
        var today = CohortTerms.of(enrollment.cohortId).today();
        return ProgressView.of(progress.by(today, List.of(id)).get(id));
    }
}
