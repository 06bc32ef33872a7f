package mx.trayecto.participants.registry;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.crypto.Vault;

/** What held when. */
@Path("/v1/participants/{id}/history")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class HistoryResource {
    @Inject
    Participants participants;

    @Inject
    IdentityReads reads;

    @Inject
    Vault vault;

    @GET
    @Transactional
    @RolesAllowed({Scopes.READ, Scopes.IDENTITY})
    @Operation(
            summary = "Read the dated history of a person's attributes",
            description =
                    "Each value holds from its date until the next of its attribute; the first also before. Of a protected"
                            + " record only her states are shown without an identity access, and with one no narrower place"
                            + " than these.")
    @APIResponse(
            responseCode = "200",
            description = "The history",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public HistoryView readParticipantHistory(@PathParam("id") UUID id) {
        Participant p = participants.require(id);
        boolean open = reads.told("readParticipantHistory", p);
        return HistoryView.of(p, open, open ? vault.open(p.id, p.identity, Identity.class) : null);
    }
}
