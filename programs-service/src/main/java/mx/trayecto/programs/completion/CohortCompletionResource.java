package mx.trayecto.programs.completion;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.CohortTerms;

/** Completions of a whole cohort. */
@Path("/v1/cohorts/{id}/completions")
@Tag(name = "Completions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CohortCompletionResource {
    @Inject
    Completions completions;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed({"attendance:write", "enrollments:write"})
    @Operation(
            summary = "Complete a module for many",
            description =
                    "For up to 500 enrolments of the cohort in one call; who had completed it before stays as is. Each of the"
                            + " others has to have completed by that day the required modules of all phases that the"
                            + " module's phase comes after.")
    @APIResponseSchema(value = CohortCompletionView.class, responseDescription = "Whom it was new for, and whom not")
    public Response completeModuleForCohort(@PathParam("id") UUID cohort, CompleteModuleForCohort command) {
        return writes.act(
                command,
                () -> {
                    CohortTerms terms = CohortTerms.of(cohort);
                    return view(terms, command, completions.complete(terms, command));
                },
                id -> view(CohortTerms.of(id), command, Set.of()));
    }

    private static CohortCompletionView view(CohortTerms cohort, CompleteModuleForCohort command, Set<UUID> completed) {
        List<UUID> unchanged = command.enrollments().stream()
                .filter(enrollment -> !completed.contains(enrollment))
                .toList();
        return new CohortCompletionView(
                cohort.id(), cohort.version(), command.module(), List.copyOf(completed), unchanged);
    }
}
