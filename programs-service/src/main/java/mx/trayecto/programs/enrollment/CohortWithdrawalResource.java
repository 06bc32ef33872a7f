package mx.trayecto.programs.enrollment;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.writes.Writes;

/** Withdrawal of a whole cohort. */
@Path("/v1/cohorts/{id}/withdrawal")
@Tag(name = "Enrollments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CohortWithdrawalResource {
    @Inject
    CohortWithdrawals withdrawals;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Withdraw a cohort",
            description =
                    "Ends every enrolment under way, all in one commit: who is enrolled, active or deferred is withdrawn, for"
                            + " one reason; who applied, waits or was offered a seat is rejected (`cohort-closed`), for she has not"
                            + " dropped out. Who graduated stays so. Whoever had a step on a later day leaves on that day. A dry run"
                            + " says the same and changes nothing. It may be repeated; as long as the cohort is open or runs, others"
                            + " may still be enrolled. Not for roles limited to a portal.")
    @APIResponseSchema(value = CohortWithdrawalView.class, responseDescription = "Who left")
    public Response withdrawCohort(@PathParam("id") UUID cohort, @BeanParam DryRunQuery only, WithdrawCohort command) {
        return only.dryRun()
                ? Response.ok(QuarkusTransaction.requiringNew().call(() -> withdrawals.preview(cohort, command.on())))
                        .build()
                : writes.act(
                        command,
                        () -> withdrawals.withdraw(cohort, command),
                        id -> withdrawals.done(id, cohort, command.on()));
    }
}
