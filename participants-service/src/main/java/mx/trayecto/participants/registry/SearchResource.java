package mx.trayecto.participants.registry;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.writes.NotIdempotent;

/** Where centre staff start: is she here already? */
@Path("/v1/participants/search")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class SearchResource {
    @Inject
    ParticipantSearch search;

    @Inject
    IdentityReads reads;

    @Inject
    CurpTraces curps;

    @POST
    @NotIdempotent
    @Transactional
    @RolesAllowed(Scopes.READ)
    @Operation(
            summary = "Find people by name, phone, CURP or reference",
            description =
                    "Protected records are never found. Where more fit than are asked for, those are preferred who have"
                            + " the words as written or as they sound. Every search by CURP leaves an entry in the audit.")
    @APIResponse(
            responseCode = "200",
            description = "Those who fit, in order of registration",
            content = @Content(schema = @Schema(implementation = Found.class)))
    public Found searchParticipants(FindParticipants wanted) {
        ParticipantSearch.Hits hits = search.find(wanted);
        if (wanted.curp() != null) {
            curps.searched(hits.people().size());
        }
        return new Found(reads.told("searchParticipants", hits.people()), hits.more());
    }

    /** Whom a search found. */
    @Schema(name = "ParticipantsFound")
    record Found(
            List<ParticipantView> items,

            @Schema(
                    description =
                            "Whether others fit, or may fit, who are not listed: then who is not listed may still be"
                                    + " registered, and another criterion or word tells")
            boolean more) {}
}
