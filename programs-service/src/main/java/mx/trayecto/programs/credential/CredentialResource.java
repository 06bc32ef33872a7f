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

/** A credential, to those who issued it. */
@Path("/v1/credentials")
@Tag(name = "Credentials", description = "What graduates hold, and how anybody verifies it")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CredentialResource {
    @Inject
    Credentials credentials;

    @Inject
    Writes writes;

    @POST
    @Path("{id}/revocation")
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Revoke a credential",
            description = "Whoever verifies it is told so from then on. A graduation that is revoked revokes it too.")
    @APIResponseSchema(value = CredentialView.class, responseDescription = "The credential, revoked")
    public Response revokeCredential(@PathParam("id") UUID id, RevokeCredential command) {
        return writes.act(command, () -> credentials.revoke(id, command.reason()), credentials::view);
    }
}
