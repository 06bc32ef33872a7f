package mx.trayecto.participants.registry;

import java.io.InputStream;
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

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.ImportResource;

/** Registers and changes many people at once. */
@Path("/v1/participants/imports")
@RolesAllowed(Scopes.IMPORT)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class ParticipantImportResource extends ImportResource {
    ParticipantImportResource(ParticipantRows rows) {
        super(rows);
    }

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @Operation(
            summary = "Import people",
            description = "Up to 50,000 rows in 50 MiB. Each row stands alone, is keyed by its `externalId` (and"
                    + " `sourceSystem`), and registers or changes her under the rules of"
                    + " `PUT /v1/participants/by-reference`: fields left out stay as they are, and a file sent again"
                    + " changes nothing. In CSV the fields are columns, those within others with a dot"
                    + " (`residence.state`), lists in one cell with `|` between, and consents"
                    + " `consents.contact.granted`, `.at`, `.noticeVersion`, `.channel`. Excel's encodings"
                    + " (Windows-1252, UTF-8), separators and days (dd/mm/aaaa) are recognised. A file that gives"
                    + " rise to doubt is refused as a whole, with `/` and the line as pointer.")
    public Response importParticipants(
            @BeanParam DryRunQuery query,
            @QueryParam("sourceSystem")
                    @Parameter(
                            description = "The source system of rows that name none; a portal's own where absent",
                            schema = @Schema(pattern = Reference.SOURCE_SYSTEM))
                    String sourceSystem,
            InputStream body) {
        Faults faults = new Faults("");
        faults.unless(sourceSystem == null || sourceSystem.matches(Reference.SOURCE_SYSTEM), "sourceSystem");
        faults.refuse();
        Map<String, String> options = new HashMap<>();
        if (sourceSystem != null) {
            options.put(ParticipantRows.SOURCE_SYSTEM, sourceSystem);
        }
        return taken(body, query, options);
    }
}
