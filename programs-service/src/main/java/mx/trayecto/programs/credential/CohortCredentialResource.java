package mx.trayecto.programs.credential;

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

/** The credentials of a cohort's graduates. */
@Path("/v1/cohorts/{id}/credentials")
@Tag(name = "Credentials", description = "What graduates hold, and how anybody verifies it")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CohortCredentialResource {
    @Inject
    Credentials credentials;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Issue credentials to a cohort's graduates",
            description = "To all who hold none. It may be repeated: nobody holds two at a time.")
    @APIResponseSchema(value = CredentialsIssued.class, responseDescription = "Who holds one now")
    public Response issueCredentials(@PathParam("id") UUID cohort) {
        return writes.act(cohort, () -> credentials.issueAll(cohort), credentials::issued);
    }
}
