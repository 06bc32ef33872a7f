package mx.trayecto.participants.registry;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tasks.Imports;
import mx.trayecto.platform.tasks.RowResultView;
import mx.trayecto.platform.tasks.TaskView;

/** Registers and changes many people at once. */
@Path("/v1/participants/imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "Who: the registry of people, their consents and their history")
class ParticipantImportResource {
    @Inject
    Imports imports;

    @Inject
    ParticipantRows rows;

    @POST
    @Consumes({Format.NDJSON_TYPE, Format.CSV_TYPE})
    @RolesAllowed(Scopes.IMPORT)
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
    @RequestBody(
            content = {
                @Content(
                        mediaType = Format.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = Format.LARGEST)),
                @Content(
                        mediaType = Format.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = Format.LARGEST))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken; the task tells how it goes",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
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
        return imports.accept("/v1/participants/imports", rows, body, options, query.dryRun());
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed(Scopes.IMPORT)
    @Operation(summary = "Read how an import goes")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response readParticipantImport(@PathParam("id") UUID id) {
        return Answers.ok(imports.read(ParticipantRows.KIND, id));
    }

    @GET
    @Path("{id}/results")
    @Produces(Format.NDJSON_TYPE)
    @RolesAllowed(Scopes.IMPORT)
    @Operation(summary = "Read what became of each row of an import", description = "One JSON object a line.")
    @APIResponse(
            responseCode = "200",
            description = "The rows that are done, in the order of the file",
            content = @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(implementation = RowResultView.class)))
    public Response readParticipantImportResults(@PathParam("id") UUID id) {
        return imports.results(ParticipantRows.KIND, id);
    }
}
