package mx.trayecto.participants.registry;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.NoPrecondition;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.writes.Writes;

/** A portal's own way to its people: by the ids that it gave them. */
@Path("/v1/participants/by-reference/{sourceSystem}/{externalId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class ReferenceResource {
    @Inject
    Participants participants;

    @Inject
    ParticipantViews views;

    @Inject
    IdentityReads reads;

    @Inject
    Preconditions preconditions;

    @Inject
    Writes writes;

    @GET
    @Transactional
    @RolesAllowed(Scopes.READ)
    @Operation(
            summary = "Read a person by another system's reference",
            description = "A protected record is found by the portal that gave the reference, and under"
                    + " an identity access.")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response readParticipantByReference(
            @PathParam("sourceSystem") @Parameter(schema = @Schema(pattern = Reference.SOURCE_SYSTEM))
                    String sourceSystem,
            @PathParam("externalId") @Parameter(schema = @Schema(pattern = Reference.EXTERNAL_ID)) String externalId) {
        ParticipantView view = views.of(participants.require(Reference.of(sourceSystem, externalId)));
        return Answers.ok(reads.told("readParticipantByReference", view));
    }

    @PUT
    @NoPrecondition
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Register or change a person by another system's reference",
            description =
                    "Idempotent by nature: no Idempotency-Key, and no If-Match, because the portal owns its record;"
                            + " an If-Match that is sent is heeded. Fields left out stay as they are; the same record sent again"
                            + " changes nothing, which is why consents carry `at` here. `effective` tells from when"
                            + " changes hold.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisterParticipant.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response putParticipantByReference(
            @PathParam("sourceSystem") @Parameter(schema = @Schema(pattern = Reference.SOURCE_SYSTEM))
                    String sourceSystem,
            @PathParam("externalId") @Parameter(schema = @Schema(pattern = Reference.EXTERNAL_ID)) String externalId,
            JsonNode told) {
        AtomicReference<Participants.Upserted> done = new AtomicReference<>();
        Response answer = writes.patch(
                () -> {
                    Participants.Upserted upserted =
                            participants.upsert(Reference.of(sourceSystem, externalId), told, preconditions::check);
                    done.set(upserted);
                    return reads.changed("putParticipantByReference", views.of(upserted.participant()));
                },
                () -> Forms.told(done.get().changed()));
        ParticipantView view = (ParticipantView) answer.getEntity();
        return done.get().created()
                ? Response.fromResponse(answer)
                        .status(201)
                        .header(HttpHeaders.LOCATION, "/v1/participants/" + view.id())
                        .build()
                : answer;
    }
}
