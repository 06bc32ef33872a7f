package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.consents.Consent;
import mx.trayecto.participants.consents.ConsentView;
import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.writes.Writes;

/** What a person agreed to and withdrew. */
@Path("/v1/participants/{id}/consents")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class ConsentResource {
    /** By alias, that her guardian was asked would tell her age. */
    private static final String SHOWN = "tenantId = ?1 and participantId in ?2 and (?3 = true or purpose <> ?4)";

    @Inject
    Participants participants;

    @Inject
    ConsentGiving giving;

    @Inject
    IdentityReads reads;

    @Inject
    Records records;

    @Inject
    CurrentActor actor;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Record a consent given or withdrawn",
            description =
                    "Append-only; the latest word on a purpose holds. Once `sensitive-data` is withdrawn, sensitive"
                            + " attributes are neither shown nor counted. Of a protected record `minor-participation`, which"
                            + " tells her age, is taken and shown under an identity access only; the portal that owns"
                            + " the record sends it by its reference.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response recordConsent(@PathParam("id") UUID id, GiveConsent command) {
        return writes.create(
                "/v1/participants/" + id + "/consents",
                command,
                () -> {
                    Participant asked = records.require(id);
                    return ConsentView.of(giving.give(asked, command), reads.opened("recordConsent", asked));
                },
                consent -> view(id, consent, "recordConsent"));
    }

    @GET
    @Transactional
    @RolesAllowed({Scopes.READ, Scopes.IDENTITY})
    @Operation(summary = "List a person's consents in the order they were recorded")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ConsentPage.class)))
    public Response listConsents(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Participant p = participants.require(id);
        boolean open = reads.opened("listConsents", p);
        return pages.page(
                page,
                new HashMap<String, String>(),
                (after, rows) -> Consent.<Consent>find(
                                SHOWN + " and id > ?5 order by id",
                                actor.get().tenant(),
                                records.shown(p),
                                open,
                                Purpose.MINOR_PARTICIPATION,
                                after == null ? new UUID(0, 0) : after)
                        .range(0, rows - 1)
                        .list(),
                consent -> consent.id,
                consent -> ConsentView.of(consent, open));
    }

    @GET
    @Path("{consent}")
    @Transactional
    @RolesAllowed({Scopes.READ, Scopes.IDENTITY})
    @Operation(summary = "Read a consent")
    @APIResponse(
            responseCode = "200",
            description = "The consent",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response readConsent(@PathParam("id") UUID id, @PathParam("consent") UUID consent) {
        return Answers.ok(view(id, consent, "readConsent"));
    }

    private ConsentView view(UUID participant, UUID consent, String action) {
        Participant p = participants.require(participant);
        boolean open = reads.opened(action, p);
        return Consent.<Consent>find(
                        SHOWN + " and id = ?5",
                        actor.get().tenant(),
                        records.shown(p),
                        open,
                        Purpose.MINOR_PARTICIPATION,
                        consent)
                .firstResultOptional()
                .map(found -> ConsentView.of(found, open))
                .orElseThrow(ProblemException::notFound);
    }

    /** One page of consents. */
    @Schema(name = "ConsentPage")
    record ConsentPage(List<ConsentView> items, String nextCursor) {}
}
