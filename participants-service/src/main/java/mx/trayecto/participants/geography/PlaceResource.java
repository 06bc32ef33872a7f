package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;

/** Municipalities, localities and regions, once a catalogue of them is loaded. */
@Path("/v1/geography")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Geography", description = "Places in the codes of INEGI")
class PlaceResource {
    private static final String NAME = "(?s).{1,150}";
    private static final String GROUPING = "^[a-z][a-z0-9-]{1,39}$";
    private static final String ON = "The day on which it is asked for, today where absent";

    @Inject
    PlaceLookup lookup;

    @Inject
    Pages pages;

    @Inject
    Today today;

    @GET
    @Path("municipalities")
    @Transactional
    @RolesAllowed("**")
    @Operation(
            summary = "List municipalities in order of their codes",
            description = "A name is found by any part of it, in any case, with or without accents.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PlacePage.class)))
    public Response listMunicipalities(
            @BeanParam PageQuery page,
            @QueryParam("state") @Parameter(schema = @Schema(pattern = State.CODE)) String state,
            @QueryParam("name") @Parameter(schema = @Schema(maxLength = 150)) String name,
            @QueryParam("on") @Parameter(description = ON, schema = @Schema(format = "date")) String on) {
        Parameters told = new Parameters();
        told.formed("state", state, State.CODE);
        return list(page, told, state == null ? "" : state, 5, name, on);
    }

    @GET
    @Path("municipalities/{code}")
    @Transactional
    @RolesAllowed("**")
    @Operation(
            summary = "Read a municipality",
            description = "With every name it bore; one that is gone is shown under its last.")
    @APIResponse(
            responseCode = "200",
            description = "The municipality",
            content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public Response readMunicipality(
            @PathParam("code") @Parameter(schema = @Schema(pattern = State.MUNICIPALITY_CODE)) String code,
            @QueryParam("on") @Parameter(description = ON, schema = @Schema(format = "date")) String on) {
        return read(code, State.MUNICIPALITY_CODE, on);
    }

    @GET
    @Path("localities")
    @Transactional
    @RolesAllowed("**")
    @Operation(summary = "List a municipality's localities in order of their codes")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PlacePage.class)))
    public Response listLocalities(
            @BeanParam PageQuery page,
            @QueryParam("municipality") @Parameter(required = true, schema = @Schema(pattern = State.MUNICIPALITY_CODE))
                    String municipality,
            @QueryParam("name") @Parameter(schema = @Schema(maxLength = 150)) String name,
            @QueryParam("on") @Parameter(description = ON, schema = @Schema(format = "date")) String on) {
        Parameters told = new Parameters();
        told.required("municipality", municipality, State.MUNICIPALITY_CODE);
        return list(page, told, municipality, 9, name, on);
    }

    @GET
    @Path("localities/{code}")
    @Transactional
    @RolesAllowed("**")
    @Operation(summary = "Read a locality", description = "With every name it bore.")
    @APIResponse(
            responseCode = "200",
            description = "The locality",
            content = @Content(schema = @Schema(implementation = PlaceView.class)))
    public Response readLocality(
            @PathParam("code") @Parameter(schema = @Schema(pattern = State.LOCALITY_CODE)) String code,
            @QueryParam("on") @Parameter(description = ON, schema = @Schema(format = "date")) String on) {
        return read(code, State.LOCALITY_CODE, on);
    }

    @GET
    @Path("regions")
    @Transactional
    @RolesAllowed("**")
    @Operation(
            summary = "List regions with their municipalities",
            description = "Regions of different groupings overlap; a region keeps its code when its name changes. It is"
                    + " found by any part of a name that it bears or bore, in any case, with or without accents, and told"
                    + " under the one of the day.")
    public Regions listRegions(
            @QueryParam("state") @Parameter(schema = @Schema(pattern = State.CODE)) String state,
            @QueryParam("grouping") @Parameter(schema = @Schema(pattern = GROUPING)) String grouping,
            @QueryParam("name") @Parameter(schema = @Schema(maxLength = 150)) String name,
            @QueryParam("on") @Parameter(description = ON, schema = @Schema(format = "date")) String on) {
        Parameters told = new Parameters();
        told.formed("state", state, State.CODE);
        told.formed("grouping", grouping, GROUPING);
        told.formed("name", name, NAME);
        LocalDate day = day(told, on);
        told.refuse();
        return new Regions(lookup.regions(state, grouping, name, day));
    }

    private Response list(PageQuery page, Parameters told, String within, int digits, String name, String on) {
        told.formed("name", name, NAME);
        LocalDate day = day(told, on);
        told.refuse();
        Map<String, String> filter = new HashMap<>();
        filter.put("within", within);
        filter.put("name", name);
        filter.put("on", on);
        return pages.page(
                page,
                filter,
                (after, rows) -> lookup.places(within, digits, name, day, PlaceView.code(after, digits), rows),
                PlaceView::id,
                place -> place);
    }

    private Response read(String code, String form, String on) {
        Parameters told = new Parameters();
        LocalDate day = day(told, on);
        told.refuse();
        if (!code.matches(form)) {
            throw ProblemException.notFound();
        }
        return Answers.ok(lookup.place(code, day).orElseThrow(ProblemException::notFound));
    }

    private LocalDate day(Parameters told, String on) {
        LocalDate day = told.day("on", on);
        return day == null ? today.get() : day;
    }

    /** One page of places. */
    @Schema(name = "PlacePage")
    record PlacePage(List<PlaceView> items, String nextCursor) {}

    /** All regions. */
    @Schema(name = "Regions")
    record Regions(List<RegionView> items) {}
}
