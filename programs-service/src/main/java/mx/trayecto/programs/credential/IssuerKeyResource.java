package mx.trayecto.programs.credential;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.writes.Writes;

/** The keys with which a tenant signs credentials. */
@Path("/v1/issuer-keys")
@Tag(name = "Credentials", description = "What graduates hold, and how anybody verifies it")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class IssuerKeyResource {
    @Inject
    IssuerKeys keys;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Sign credentials with a new key from now on",
            description = "What was signed before is verified with the keys of its time, which stay published.")
    @APIResponseSchema(
            value = IssuerKeyView.class,
            responseDescription = "The new key's public part",
            responseCode = "201")
    public Response rotateIssuerKey() {
        return writes.create("/v1/issuer-keys", "", keys::made, keys::view);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({"programs:write", "enrollments:read"})
    @Operation(summary = "Read a key's public part")
    @APIResponseSchema(value = IssuerKeyView.class, responseDescription = "The key's public part")
    public Response readIssuerKey(@PathParam("id") UUID id) {
        return Answers.ok(keys.view(id));
    }
}
