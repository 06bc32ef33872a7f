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
import java.util.Set;
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
import mx.trayecto.participants.duplicates.Compared;
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
        return exported(officer, request);
    }

    private static Map<String, byte[]> exported(String officer, String request) throws IOException {
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
        told.put("registeredOn", "2024-06-03");
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
        Caller.patch(coordinator, "\"v1\"")
                .body(Map.of(
                        "residence",
                        Map.of("address", "Calle Juárez 7"),
                        "occupation",
                        "Panadera",
                        "email",
                        "otra@example.org"))
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
        JsonPath json = json(files);
        assertEquals("Xóchitl Ñandú", json.getString("registry.data.givenName"));
        assertEquals(told.get("curp"), json.getString("registry.data.curp"));
        assertEquals("returned", json.getString("registry.data.migration"));
        assertEquals("140390001", json.getString("registry.data.residence.locality"));
        assertEquals(3, json.getInt("registry.data.disability.seeing"));
        assertEquals(List.of("F-77"), json.getList("registry.references.externalId"));
        assertTrue(json.getList("registry.history.attribute").contains("migration"));
        assertEquals(
                List.of("Calle Morelos 123, Centro", "Calle Juárez 7"),
                json.getList("registry.history.findAll { it.attribute == 'address' }.value"));
        assertEquals(
                List.of("maria.fernanda@example.org", "otra@example.org"),
                json.getList("registry.history.findAll { it.attribute == 'email' }.value"));
        assertEquals(
                List.of("Costurera", "Panadera"),
                json.getList("registry.history.findAll { it.attribute == 'occupation' }.value"));
        assertEquals(
                List.of("140390001"), json.getList("registry.history.findAll { it.attribute == 'locality' }.value"));
        assertEquals(List.of(true, false, false), json.getList("consents.granted"));
        assertEquals(List.of(center.toString()), json.getList("centers.center"));
        assertEquals(List.of("submitted"), json.getList("applications.status"));
        assertEquals(List.of("granted"), json.getList("arcoRequests.status"));
        assertEquals(List.of("2024-06-11"), json.getList("programs.enrollments[0].attendance.on"));
        assertEquals(
                "Quiero abrir una panadería", json.getString("programs.enrollments[0].surveys[0].answers[4].answer"));
        assertEquals(List.of("indicators-service"), json.getList("elsewhere.service"));

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
                "Calle Juárez 7",
                "Documento firmado",
                "español",
                "náhuatl",
                "3 (mucha dificultad)",
                "desde el ",
                "clave INALI 0201",
                "Enviada",
                "F-77",
                "Inscripción en Segunda Oportunidad",
                "Centro CREA",
                "¿Asistió?",
                "Alfabetización digital",
                "¿Trabaja?",
                "Sí, por su cuenta",
                "Su familia",
                "2500.00 · MXN",
                "Quiero abrir una panadería",
                "Se le llamó; consiguió quien cuide a sus hijos",
                "Llamada",
                "Mentora",
                "Acompañada",
                "Beca o apoyo económico",
                "Formación equivalente",
                "Clausura",
                "Plataforma de aprendizaje",
                "La plataforma lo retiró",
                "El módulo era otro",
                "Sin efecto",
                "página 1")) {
            assertTrue(text.contains(shown), shown + " in " + text);
        }
        for (String raw : List.of(
                "free-union",
                "sensitive-data",
                "childcare",
                "null",
                "secondSurname",
                "graduated",
                "moduleLabel",
                "recordedBy",
                "equivalent-training",
                "taken-back",
                "voided",
                "revoked",
                "wrong-module")) {
            assertFalse(text.contains(raw), raw);
        }
    }

    private static JsonPath json(Map<String, byte[]> files) {
        return JsonPath.from(new String(files.get("datos.json"), StandardCharsets.UTF_8));
    }

    @Test
    void holdsEveryRecordThatWasMergedForHer() throws IOException {
        UUID crea = Elsewhere.center(tenant);
        UUID cjm = Elsewhere.center(tenant);
        Map<String, Object> told = People.woman("center", crea);
        told.put("references", List.of(People.reference("imm", "1")));
        String kept = People.registered(coordinator, told);
        told.put("givenName", "María Fernanda Xóchitl");
        told.put("center", cjm);
        told.put("references", List.of(People.reference("sisemh", "2")));
        told.put("consents", List.of(People.consent("images", true)));
        String other = People.registered(coordinator, told);
        String third = People.registered(coordinator, People.woman()); // like her, and not merged
        Caller.post(coordinator)
                .body(Map.of("participantId", other, "cohort", Elsewhere.cohort(tenant, cjm)))
                .post("/v1/applications")
                .then()
                .statusCode(201);
        Arco.filed(officer, other, "rectification");
        merge(coordinator, kept, other);
        Compared.all(tenant);

        Map<String, byte[]> files =
                exported(Arco.granted(officer, Arco.request(other, "access"))); // by the id that she knows
        JsonPath json = json(files);
        assertEquals(kept, json.getString("registry.participant"));
        assertEquals(List.of(other), json.getList("mergedRecords.participant"));
        assertEquals("María Fernanda Xóchitl", json.getString("mergedRecords[0].data.givenName"));
        assertNull(json.get("mergedRecords[0].data.effective"));
        assertEquals(List.of("2"), json.getList("mergedRecords[0].references.externalId"));
        assertTrue(json.getList("mergedRecords[0].history.attribute").contains("municipality"));
        assertEquals(List.of(other), json.getList("merges.merged"));
        assertEquals(List.of(other), json.getList("consents.participant"));
        assertEquals(Set.of(crea.toString(), cjm.toString()), Set.copyOf(json.<String>getList("centers.center")));
        assertEquals(List.of(other), json.getList("applications.participant"));
        assertEquals(List.of("rectification", "access"), json.getList("arcoRequests.kind"));
        assertEquals(Set.of("confirmed", "open"), Set.copyOf(json.<String>getList("comparisons.status")));
        String all = json.prettify();
        assertFalse(all.contains(third), "whose the record is that is like hers: " + all);

        String text = text(files.get("datos.pdf"));
        for (String shown : List.of(
                "Otro registro suyo, unido al anterior",
                "María Fernanda Xóchitl",
                "Se registró dos veces",
                "Es la misma persona",
                "Mismos apellidos")) {
            assertTrue(text.contains(shown), shown + " in " + text);
        }
    }

    private static void merge(String token, String survivor, String record) {
        Caller.post(token)
                .body(Map.of("record", record, "reason", "registered-twice"))
                .post("/v1/participants/" + survivor + "/merges")
                .then()
                .statusCode(201);
    }

    @Test
    void ofAProtectedWomanHoldsEachOfHerRecordsUnderAnAccessToOneOfThem() throws IOException {
        String opener = Tokens.of("participants:write participants:identity arco:write", tenant);
        String hidden = People.registered(coordinator, People.woman("protected", true));
        String open = People.registered(coordinator, People.woman("givenName", "Xóchitl"));
        People.opened(opener, hidden);
        merge(opener, hidden, open);
        String request = Arco.granted(officer, Arco.request(open, "access"));
        Caller.with(officer).get(request + "/export").then().statusCode(403).body("code", equalTo("protected-record"));
        JsonPath json = json(exported(opener, request));
        assertEquals(hidden, json.getString("registry.participant"));
        assertEquals(List.of("Xóchitl"), json.getList("mergedRecords.data.givenName"));
    }

    private static String text(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
        }
        return text.toString().replaceAll("\\s+", " ");
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
                        "duplicate", // whose the other record is is left out
                        "duplicate_check", // that she is to be compared
                        "duplicate_token", // made of her names, birth date and phone, and readable by nobody
                        "external_reference",
                        "identity_access",
                        "live_enrollment", // which programs-service holds, and hands over
                        "participant",
                        "participant_merge",
                        "search_token", // made of her names and phone, and readable by nobody
                        "served_at")),
                new TreeSet<>(Database.query("participants", """
                        SELECT table_name FROM information_schema.columns
                         WHERE table_schema = 'public' AND column_name = 'participant_id'
                         UNION
                        SELECT conrelid::regclass::text FROM pg_constraint
                         WHERE contype = 'f' AND confrelid = 'participant'::regclass""")));
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
        JsonPath json = json(exported(request));
        assertEquals("María Fernanda", json.getString("registry.data.givenName"));
        assertEquals(List.of(access), json.getList("identityAccesses.id"));
        assertNull(json.get("registry.data.phone"));
    }
}
