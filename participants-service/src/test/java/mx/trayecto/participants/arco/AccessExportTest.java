package mx.trayecto.participants.arco;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A woman who asks is handed everything: what is used and what is not, in a form for machines and one for her. */
@QuarkusTest
@TrayectoTest
class AccessExportTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer = Tokens.protectionOfficer(tenant);

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private Map<String, byte[]> exported(String request) throws IOException {
        return unpacked(Caller.with(officer)
                .get(request + "/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray());
    }

    @Test
    void holdsEverythingInJsonAndInAReadablePdf() throws IOException {
        UUID center = Elsewhere.center(tenant);
        Map<String, Object> told = People.everything();
        told.put("givenName", "Xóchitl Ñandú");
        told.put("center", center);
        told.put("references", List.of(People.reference("sisemh", "F-77")));
        String id = People.registered(coordinator, told);
        Caller.post(coordinator)
                .body(Map.of("participantId", id, "cohort", Elsewhere.cohort(tenant, center)))
                .post("/v1/applications")
                .then()
                .statusCode(201);
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("schooling", "primary", "effective", Map.of("correction", true)))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        Caller.post(coordinator) // what she withdrew is still held, and so handed over
                .body(People.consent("sensitive-data", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        String request = Arco.granted(officer, Arco.request(id, "access"));

        Map<String, byte[]> files = exported(request);
        JsonPath json = JsonPath.from(new String(files.get("datos.json"), StandardCharsets.UTF_8));
        assertEquals("Xóchitl Ñandú", json.getString("registry.data.givenName"));
        assertEquals(told.get("curp"), json.getString("registry.data.curp"));
        assertEquals("returned", json.getString("registry.data.migration"));
        assertEquals("140390001", json.getString("registry.data.residence.locality"));
        assertEquals(3, json.getInt("registry.data.disability.seeing"));
        assertEquals(List.of("F-77"), json.getList("registry.references.externalId"));
        assertTrue(json.getList("registry.history.attribute").contains("migration"));
        assertEquals(List.of(true, false, false), json.getList("consents.granted"));
        assertEquals(List.of(center.toString()), json.getList("centers.center"));
        assertEquals(List.of("submitted"), json.getList("applications.status"));
        assertEquals(List.of("granted"), json.getList("arcoRequests.status"));
        assertEquals(List.of("programs-service", "indicators-service"), json.getList("elsewhere.service"));
        assertEquals("/v1/enrollments?participant=" + id, json.getString("elsewhere[0].path"));

        byte[] pdf = files.get("datos.pdf");
        Files.write(Path.of("target", "datos.pdf"), pdf); // to be looked at
        String text = text(pdf);
        for (String shown : List.of(
                "Acceso a sus datos personales",
                "Xóchitl Ñandú",
                (String) told.get("curp"),
                "Unión libre",
                "Jalisco",
                "Cuidado de hijas e hijos",
                "Calle Morelos 123, Centro",
                "Documento firmado",
                "F-77",
                "/v1/enrollments?participant=",
                "página 1")) {
            assertTrue(text.contains(shown), shown + " in " + text);
        }
        for (String raw : List.of("free-union", "sensitive-data", "childcare", "null", "secondSurname")) {
            assertFalse(text.contains(raw), raw);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
        }
        return text.toString();
    }

    /** Whoever adds a table about people thinks of this, too. */
    @Test
    void knowsEveryTableThatNamesAPerson() throws SQLException {
        assertEquals(
                new TreeSet<>(List.of(
                        "application",
                        "arco_request",
                        "arco_step",
                        "beneficiary_delivery",
                        "collective_member",
                        "consent",
                        "duplicate_check", // that she is to be compared
                        "duplicate_token", // made of her names, birth date and phone, and readable by nobody
                        "external_reference",
                        "identity_access",
                        "search_token", // made of her names and phone, and readable by nobody
                        "served_at")),
                new TreeSet<>(Database.query(
                        "participants",
                        "SELECT table_name FROM information_schema.columns"
                                + " WHERE table_schema = 'public' AND column_name = 'participant_id'")));
    }

    @Test
    void isMadeForAGrantedRequestOfAccessOnlyAndLeavesATrace() throws SQLException, IOException {
        String id = People.registered(coordinator, People.woman());
        String filed = Arco.filed(officer, id, "access");
        Caller.with(officer).get(filed + "/export").then().statusCode(409).body("code", equalTo("wrong-status"));
        String other = Arco.granted(officer, Arco.request(id, "rectification"));
        Caller.with(officer).get(other + "/export").then().statusCode(409);
        String request = Arco.granted(officer, Arco.request(id, "access"));
        exported(request);
        Caller.with(coordinator).get(request + "/export").then().statusCode(403);
        Caller.with(Tokens.protectionOfficer(UUID.randomUUID()))
                .get(request + "/export")
                .then()
                .statusCode(404);
        assertEquals(
                List.of("1"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'exportArcoRequest'",
                        tenant));
    }

    @Test
    void ofAProtectedRecordNeedsAnAccessToIt() throws IOException {
        String id = People.registered(coordinator, People.woman("protected", true));
        String request = Arco.granted(officer, Arco.request(id, "access"));
        Caller.with(officer).get(request + "/export").then().statusCode(403).body("code", equalTo("protected-record"));
        String access = People.opened(officer, id);
        JsonPath json = JsonPath.from(new String(exported(request).get("datos.json"), StandardCharsets.UTF_8));
        assertEquals("María Fernanda", json.getString("registry.data.givenName"));
        assertEquals(List.of(access), json.getList("identityAccesses.id"));
        assertNull(json.get("registry.data.phone"));
    }
}
