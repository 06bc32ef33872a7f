package mx.trayecto.programs.credential;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.writes.NotIdempotent;
import mx.trayecto.platform.writes.Writes;

/** A credential, to those who issued it. */
@Path("/v1/credentials")
@Tag(name = "Credentials", description = "What graduates hold, and how anybody verifies it")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CredentialResource {
    private static final String PDF = "application/pdf";

    @Inject
    Credentials credentials;

    @Inject
    Audit audit;

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

    @POST
    @Path("{id}/certificate")
    @NotIdempotent
    @Transactional
    @Produces(PDF)
    @RolesAllowed("graduations:decide")
    @Operation(
            summary = "Print a certificate",
            description =
                    "The credential as a page in Spanish (constancia), with a code that leads to its verification. Her"
                            + " name is written as it is sent, and kept nowhere; without one there is a line to write on. It is"
                            + " for those who decide graduations, since no other word stands behind the name than theirs.")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response printCertificate(@PathParam("id") UUID id, PrintCertificate command) {
        byte[] page = credentials.certificate(id, command.name());
        audit.record("printCertificate", id, null);
        return Response.ok(page, PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"constancia.pdf\"")
                .build();
    }
}
