package mx.trayecto.participants.collectives;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

import mx.trayecto.participants.geography.State;
import mx.trayecto.participants.registry.Faults;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** Cooperatives and productive networks. */
@Path("/v1/collectives")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collectives", description = "Cooperatives and productive networks, and who is in them")
class CollectiveResource {
    static final String READ = "participants:read";
    static final String WRITE = "participants:write";
    /** To open protected records, one at a time; the scope alone shows none. */
    static final String IDENTITY = "participants:identity";

    @Inject
    Collectives collectives;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed(WRITE)
    @Operation(
            summary = "Register a collective",
            description = "Staff limited to centres see those that their own centres accompany, a portal those that it"
                    + " registered.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = CollectiveView.class)))
    public Response registerCollective(RegisterCollective command) {
        return writes.create(
                "/v1/collectives",
                command,
                () -> CollectiveView.of(collectives.register(command)),
                id -> CollectiveView.of(collectives.require(id)));
    }

    @GET
    @Transactional
    @RolesAllowed(READ)
    @Operation(summary = "List collectives in order of registration")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = CollectivePage.class)))
    public Response listCollectives(
            @BeanParam PageQuery page,
            @QueryParam("state") @Parameter(schema = @Schema(pattern = State.CODE)) String state,
            @QueryParam("municipality") @Parameter(schema = @Schema(pattern = State.MUNICIPALITY_CODE))
                    String municipality,
            @QueryParam("sector") @Parameter(schema = @Schema(implementation = Sector.class)) String sector) {
        Sector wanted = Arrays.stream(Sector.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(sector))
                .findFirst()
                .orElse(null);
        Faults faults = new Faults("");
        pattern(faults, "state", state, State.CODE);
        pattern(faults, "municipality", municipality, State.MUNICIPALITY_CODE);
        if (sector != null && wanted == null) {
            faults.add("sector", "unknown", "no es un sector", "is no sector");
        }
        faults.refuse();
        Map<String, Object> filter = new HashMap<>();
        filter.put("state", state);
        filter.put("municipality", municipality);
        filter.put("sector", wanted);
        return pages.page(
                page,
                filter,
                (after, rows) -> collectives.list(after, rows, new Collectives.Filter(state, municipality, wanted)),
                collective -> collective.id,
                CollectiveView::of);
    }

    private static void pattern(Faults faults, String parameter, String told, String form) {
        if (told != null && !told.matches(form)) {
            faults.add(parameter, "pattern", "no tiene la forma debida", "does not have the form it must have");
        }
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed(READ)
    @Operation(summary = "Read a collective")
    @APIResponse(
            responseCode = "200",
            description = "The collective",
            content = @Content(schema = @Schema(implementation = CollectiveView.class)))
    public Response readCollective(@PathParam("id") UUID id) {
        return Answers.ok(CollectiveView.of(collectives.require(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(WRITE)
    @Operation(summary = "Change a collective")
    @RequestBody(content = @Content(schema = @Schema(implementation = RegisterCollective.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = CollectiveView.class)))
    public Response changeCollective(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> CollectiveView.of(collectives.change(id, patch)));
    }

    /** One page of collectives. */
    @Schema(name = "CollectivePage")
    record CollectivePage(List<CollectiveView> items, String nextCursor) {}
}
