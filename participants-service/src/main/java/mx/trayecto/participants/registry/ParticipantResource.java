package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.geography.State;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.writes.Writes;

/** The registry of people: register, read, list, change. */
@Path("/v1/participants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class ParticipantResource {
    private static final MediaType NDJSON = MediaType.valueOf(Format.NDJSON_TYPE);
    private static final MediaType CSV = MediaType.valueOf(Format.CSV_TYPE);

    @Inject
    Participants participants;

    @Inject
    ParticipantViews views;

    @Inject
    IdentityReads reads;

    @Inject
    ParticipantList list;

    @Inject
    ParticipantExport export;

    @Inject
    Registration registration;

    @Inject
    Changes changes;

    @Inject
    Records records;

    @Inject
    Preconditions preconditions;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @Context
    Request request;

    @POST
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Register a person",
            description =
                    "A CURP is optional; one that breaks its own rules or disagrees with birth date, gender or birth"
                            + " state is refused, one that disagrees with the names is told in `warnings`. Sensitive attributes"
                            + " need the consent `sensitive-data` in the same call.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response registerParticipant(RegisterParticipant command) {
        return writes.create(
                "/v1/participants",
                command,
                () -> views.of(registration.register(command, List.of(), List.of(), "")),
                this::read);
    }

    @GET
    @Transactional
    @Produces({MediaType.APPLICATION_JSON, Format.NDJSON_TYPE, Format.CSV_TYPE})
    @RolesAllowed(Scopes.READ)
    @Operation(
            summary = "List people in order of registration",
            description =
                    "As JSON in pages. With `Accept: application/x-ndjson` or `text/csv` all of them are exported at"
                            + " once, whatever the limit; protected records are then left out for everybody, and cells that"
                            + " a spreadsheet would take for a formula begin with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "One page, or all",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ParticipantPage.class)),
                @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(implementation = ParticipantView.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response listParticipants(
            @BeanParam PageQuery page,
            @QueryParam("state") @Parameter(schema = @Schema(pattern = State.CODE)) String state,
            @QueryParam("municipality") @Parameter(schema = @Schema(pattern = State.MUNICIPALITY_CODE))
                    String municipality) {
        Faults faults = new Faults("");
        faults.unless(state == null || state.matches(State.CODE), "state");
        faults.unless(municipality == null || municipality.matches(State.MUNICIPALITY_CODE), "municipality");
        Optional<Format> file = file();
        faults.unless(file.isEmpty() || page.cursor == null, "cursor");
        faults.refuse();
        if (file.isPresent()) {
            return Response.ok(
                            export.of(file.get(), state, municipality),
                            file.get().type())
                    .build();
        }
        Map<String, String> filter = new HashMap<>();
        filter.put("state", state);
        filter.put("municipality", municipality);
        List<ParticipantView> shown = new ArrayList<>();
        Response answer = pages.page(
                page,
                filter,
                (after, rows) -> views.of(list.rows(after, rows, state, municipality)),
                ParticipantView::id,
                view -> {
                    shown.add(view);
                    return view;
                });
        reads.told("listParticipants", shown);
        return answer;
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({Scopes.READ, Scopes.IDENTITY})
    @Operation(
            summary = "Read a person",
            description = "A protected record is shown by alias and state alone, unless the caller has an identity"
                    + " access to it. A merged record is answered with the one that stands for it, and `mergedInto`.")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response readParticipant(@PathParam("id") UUID id) {
        return Answers.ok(read(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Change or correct a person",
            description = "Her attributes, names, birth and contact data all keep dated history:"
                    + " without `effective` a change holds from today; `effective.correction` rewrites the past. `consents` and `references` are added to hers;"
                    + " consents by a merged id are of that record, as those under `/consents` are. Without"
                    + " her consent `sensitive-data` every sensitive value is refused, the one that is stored too. Of"
                    + " a protected record all but `center` and the consents other than `minor-participation` needs"
                    + " an identity access.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RegisterParticipant.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response changeParticipant(@PathParam("id") UUID id, JsonNode patch) {
        Set<String> changed = new TreeSet<>();
        return writes.patch(
                () -> {
                    changed.clear(); // where it is tried again
                    Participant asked = records.require(id);
                    Participant known = records.standing(asked);
                    preconditions.check(known.version);
                    changed.addAll(changes.apply(known, asked, patch, false));
                    return reads.changed("changeParticipant", views.of(known, id));
                },
                () -> Forms.told(changed));
    }

    /** The format of a file that the caller prefers to pages. */
    private Optional<Format> file() {
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, NDJSON, CSV).build());
        return chosen == null || chosen.getMediaType().equals(MediaType.APPLICATION_JSON_TYPE)
                ? Optional.empty()
                : Optional.of(Format.of(chosen.getMediaType()));
    }

    private ParticipantView read(UUID id) {
        return reads.told("readParticipant", views.of(participants.require(id), id));
    }

    /** One page of people. */
    @Schema(name = "ParticipantPage")
    record ParticipantPage(List<ParticipantView> items, String nextCursor) {}
}
