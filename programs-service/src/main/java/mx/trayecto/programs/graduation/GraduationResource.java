package mx.trayecto.programs.graduation;

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

/** Graduation of a whole cohort. */
@Path("/v1/cohorts/{id}/graduation")
@Tag(name = "Graduation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class GraduationResource {
    @Inject
    Graduations graduations;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Graduate a cohort",
            description = "Holds everybody who takes part against the criteria that govern on the date and graduates"
                    + " those who meet them, all in one commit. For each of the others it lists what she lacks."
                    + " A dry run says the same and changes nothing. It may be repeated: nobody graduates twice.")
    @APIResponseSchema(value = GraduationView.class, responseDescription = "Who graduated, and what the others lack")
    public Response graduateCohort(@PathParam("id") UUID cohort, @BeanParam DryRunQuery only, GraduateCohort command) {
        return only.dryRun()
                ? Response.ok(QuarkusTransaction.requiringNew().call(() -> graduations.preview(cohort, command.on())))
                        .build()
                : writes.act(
                        command,
                        () -> graduations.graduate(cohort, command.on()),
                        id -> graduations.preview(id, command.on()));
    }
}
