package mx.trayecto.participants.arco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.geography.Places;
import mx.trayecto.platform.audit.Audit;

/** What a woman is handed who asked to know what is held of her. Made when it is asked for, and kept nowhere. */
@Path("/v1/arco-requests/{id}/export")
@RunOnVirtualThread
@Tag(name = "Rights", description = "ARCO requests: to know, correct, cancel and oppose, within the law's working days")
class ExportResource {
    private static final String ZIP = "application/zip";

    /** Of the registration's form, what only makes sense in a request. */
    private static final List<String> NO_DATA = List.of("references", "consents", "effective", "center");

    @Inject
    HeldDataCollection collection;

    @Inject
    Places places;

    @Inject
    Audit audit;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "trayecto.participants.zone", defaultValue = "America/Mexico_City")
    ZoneId zone;

    @GET
    @Produces(ZIP)
    @Transactional
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(
            summary = "Export all that is held of a person",
            description =
                    "Of a granted request of access: one archive with `datos.json` and, to be read, `datos.pdf` in"
                            + " Spanish: what the registry holds and what programmes hold (enrolments and, of each, stays,"
                            + " attendance, modules, surveys with what was written in them, follow-ups, mentorships,"
                            + " deliveries, exceptions, ceremonies, credentials and what learning platforms sent), of all"
                            + " records that were merged for her. Figures that she counts in, which bear no name, are not in"
                            + " it, but named with where to get them. Not for roles limited to centres or to a portal. A"
                            + " protected record needs an identity access. Where programmes do not tell what they hold, nothing"
                            + " is handed over (503 elsewhere-unavailable). Every export leaves a trace, here and there.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportArcoRequest(@PathParam("id") UUID id) {
        ObjectNode held = json.valueToTree(collection.of(id));
        ((ObjectNode) held.path("registry").path("data")).remove(NO_DATA);
        held.path("mergedRecords").forEach(record -> ((ObjectNode) record.path("data")).remove(NO_DATA));
        byte[] archive = archive(held);
        audit.record("exportArcoRequest", id, null);
        return Response.ok(archive)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"datos-" + id + ".zip\"")
                .build();
    }

    private byte[] archive(ObjectNode held) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("datos.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(held));
            zip.putNextEntry(new ZipEntry("datos.pdf"));
            zip.write(new ReadableExport(zone, places::name).of(held));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
