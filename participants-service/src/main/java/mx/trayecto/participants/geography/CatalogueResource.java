package mx.trayecto.participants.geography;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.ImportResource;

/** Loads catalogues, for all tenants alike. */
@Path("/v1/geography/imports")
@RolesAllowed("catalogues:admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Geography", description = "Places in the codes of INEGI")
class CatalogueResource extends ImportResource {
    private static final String GROUPING = "^[a-z][a-z0-9-]{1,39}$";

    CatalogueResource(CatalogueRows rows) {
        super(rows);
    }

    @POST
    @Consumes(Format.CSV_TYPE)
    @Operation(
            summary = "Load a catalogue of municipalities, localities or regions",
            description = "Up to 50,000 rows, as every import: INEGI's national file of localities has more and is sent"
                    + " state by state. Recognised by its columns: `municipality_code, name`, or INEGI's `CVE_ENT, CVE_MUN, NOM_MUN`;"
                    + " `locality_code, name`, or INEGI's with `CVE_LOC, NOM_LOC`; `municipality_code, name, region`, with"
                    + " new names in a column such as `region_official_since_2022`. Other columns are passed over. A file"
                    + " tells of whole states: what it lacks of them ends, what it renames goes on under the new name,"
                    + " and both keep their old names for their time. A region is known by any name that it bears or"
                    + " bore in its grouping; of each grouping it is remembered by itself from when it holds. It takes effect as a whole, or not at all where a"
                    + " row is rejected or more than a tenth of a state would end. From then on a residence has to exist"
                    + " on the day it is told of. Catalogues are the same for every tenant.")
    public Response importGeography(
            @BeanParam DryRunQuery query,
            @QueryParam("validFrom")
                    @Parameter(
                            description =
                                    "From which day the catalogue holds. Where absent, today; the first of a state"
                                            + " holds for all the time before as well",
                            schema = @Schema(format = "date"))
                    String validFrom,
            @QueryParam("renamedFrom")
                    @Parameter(
                            description = "From which day regions bear their new names",
                            schema = @Schema(format = "date"))
                    String renamedFrom,
            @QueryParam("grouping")
                    @Parameter(
                            description = "The grouping that the regions belong to, `regions` where absent",
                            schema = @Schema(pattern = GROUPING))
                    String grouping,
            InputStream body) {
        Parameters told = new Parameters();
        Map<String, String> options = new HashMap<>();
        put(options, CatalogueRows.FROM, told.day("validFrom", validFrom));
        put(options, CatalogueRows.RENAMED, told.day("renamedFrom", renamedFrom));
        if (told.formed("grouping", grouping, GROUPING) != null) {
            options.put(CatalogueRows.GROUPING, grouping);
        }
        told.refuse();
        return taken(body, query, options);
    }

    private static void put(Map<String, String> options, String name, LocalDate day) {
        if (day != null) {
            options.put(name, day.toString());
        }
    }
}
