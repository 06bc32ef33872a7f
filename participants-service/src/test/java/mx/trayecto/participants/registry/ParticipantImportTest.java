package mx.trayecto.participants.registry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class ParticipantImportTest {
    private static final String IMPORTS = "/v1/participants/imports";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HEADING = "externalId;givenName;firstSurname;secondSurname;birthDate;gender;"
            + "residence.state;residence.municipality;phone;student;languages;consents.sensitive-data.granted;"
            + "consents.sensitive-data.at;consents.sensitive-data.noticeVersion;consents.sensitive-data.channel\r\n";
    private static final String XOCHITL =
            "F-1;Xóchitl;Núñez;;17/05/1990;female;14;14039;33 1234 5678;Sí;spa|nah;sí;03/06/2024;2024-1;paper\r\n";
    private static final String INES = "F-2;Inés;Muñoz;Peña;01/02/1985;female;14;14120;;No;;;;;\r\n";

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    private JsonPath csv(String query, String file) {
        return Importing.imported(
                coordinator, IMPORTS + query, "text/csv", file.getBytes(Charset.forName("windows-1252")));
    }

    private static byte[] lines(String... rows) {
        return (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String count(String table) throws SQLException {
        return Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant)
                .getFirst();
    }

    @Test
    void registersWhomATableFromExcelTellsOfAndChangesNobodyWhenItComesAgain() throws SQLException {
        String file = HEADING + XOCHITL + INES;
        assertEquals("done 2/2: 2 0 0 0", Importing.told(csv("?sourceSystem=imm", file)));
        Caller.with(coordinator)
                .get("/v1/participants/by-reference/imm/F-1")
                .then()
                .statusCode(200)
                .body("givenName", equalTo("Xóchitl"))
                .body("firstSurname", equalTo("Núñez"))
                .body("birthDate", equalTo("1990-05-17"))
                .body("residence.municipality", equalTo("14039"))
                .body("phone", equalTo("+523312345678"))
                .body("student", equalTo(true))
                .body("languages", contains("spa", "nah"))
                .body("consents", hasEntry("sensitive-data", true));
        assertEquals("done 2/2: 0 0 2 0", Importing.told(csv("?sourceSystem=imm", file)));
        assertEquals("2", count("participant"));
        assertEquals("1", count("consent"));
        assertEquals("2", count("outbox"));
        assertEquals("done 2/2: 0 1 1 0", Importing.told(csv("?sourceSystem=imm", file.replace("Inés", "María Inés"))));
        assertEquals(
                List.of("3"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'import participants'",
                        tenant));
    }

    @Test
    void findsAWomanWhoStandsTwiceInAFile() throws SQLException {
        String file = HEADING + XOCHITL + INES + XOCHITL.replace("F-1", "F-3").replace("Núñez", "Nuñes");
        assertEquals("done 3/3: 3 0 0 0", Importing.told(csv("?sourceSystem=imm&dryRun=true", file)));
        assertEquals("0", count("duplicate_check"));
        assertEquals("done 3/3: 3 0 0 0", Importing.told(csv("?sourceSystem=imm", file)));
        Compared.all(tenant);
        Caller.with(coordinator)
                .get("/v1/duplicates")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].reasons.code", hasItem("surname-sound"));
    }

    @Test
    void tellsOfEachRowWhyItIsRejectedAndKeepsNothingPersonalOfIt() throws SQLException {
        String whole =
                "\"givenName\":\"Ana\",\"firstSurname\":\"Ruiz\",\"birthDate\":\"1990-05-17\",\"gender\":\"female\","
                        + "\"residence\":{\"state\":\"14\"}";
        String location = Importing.begun(
                coordinator,
                IMPORTS + "?sourceSystem=imm",
                NDJSON,
                lines(
                        "{\"externalId\":\"A-1\"," + whole + "}",
                        "{\"externalId\":\"A-2\",\"givenName\":\"Ana\"}",
                        "{\"externalId\":\"SABC560626MDFLRN01\"," + whole + "}",
                        "{\"externalId\":\"A-4\",\"curp\":\"SABC560626MDFLRN02\"," + whole + "}",
                        "{\"externalId\":\"A-5\",\"nickname\":\"Anita\"," + whole + "}",
                        "{" + whole + "}",
                        "{\"externalId\":\"A-7\"," + whole
                                + ",\"consents\":[{\"purpose\":\"contact\",\"noticeVersion\":\"1\",\"channel\":\"paper\",\"granted\":true}]}",
                        "{\"externalId\":\"A-8\"," + whole.replace("1990", "2190") + "}"));
        assertEquals("done 8/8: 1 0 0 7", Importing.told(Importing.done(coordinator, location)));
        List<JsonPath> results = Importing.results(coordinator, location);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8),
                results.stream().map(result -> result.getInt("line")).toList());
        assertEquals("A-2", results.get(1).getString("externalId"));
        assertEquals(
                List.of("/birthDate", "/firstSurname", "/gender", "/residence"),
                results.get(1).getList("problem.errors.pointer", String.class).stream()
                        .sorted()
                        .toList());
        assertNull(results.get(2).getString("externalId"));
        assertEquals(List.of("/externalId"), results.get(2).getList("problem.errors.pointer"));
        assertTrue(results.get(3).getList("problem.errors.pointer").contains("/curp"));
        assertEquals("/nickname", results.get(4).getString("problem.errors[0].pointer"));
        assertEquals("/externalId", results.get(5).getString("problem.errors[0].pointer"));
        assertEquals("/consents/0/at", results.get(6).getString("problem.errors[0].pointer"));
        assertEquals("/birthDate", results.get(7).getString("problem.errors[0].pointer"));
        String kept = String.join(
                "\n", Database.query("participants", "SELECT r::text FROM task_result r WHERE tenant_id = ?", tenant));
        assertFalse(kept.contains("SABC560626MDFLRN01") || kept.contains("Anita"), "results hold what was sent");
        assertEquals("1", count("participant"));
    }

    @Test
    void aDryRunTellsTheSameAndRegistersNobody() throws SQLException {
        String location = Importing.begun(
                coordinator,
                IMPORTS + "?sourceSystem=imm&dryRun=true",
                "text/csv",
                (HEADING + XOCHITL + INES.replace("01/02/1985", "31/02/1985")).getBytes(StandardCharsets.UTF_8));
        assertEquals("done 2/2: 1 0 0 1", Importing.told(Importing.done(coordinator, location)));
        assertEquals(
                "/birthDate", Importing.results(coordinator, location).get(1).getString("problem.errors[0].pointer"));
        assertEquals("0", count("participant"));
        assertEquals("0", count("outbox"));
    }

    /** R9: cut off in the middle again and again, every row is done once. */
    @Test
    void doesEachOfTwoThousandRowsOnceThoughItIsCutOff() throws Exception {
        String file = "sourceSystem,externalId,givenName,firstSurname,birthDate,gender,residence.state\n"
                + IntStream.range(0, 2_000)
                        .mapToObj(i -> "sisemh,R-" + i + "," + People.names(i) + "," + People.born(i) + ",female,14")
                        .collect(Collectors.joining("\n"));
        String location = Importing.begun(coordinator, IMPORTS, "text/csv", file.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 3; i++) {
            int before = done(location);
            Eventually.get(() -> done(location), now -> now > before || now == 2_000);
            cutOff();
            Eventually.get(() -> Caller.with(coordinator).get(location).statusCode(), status -> status == 200);
        }
        assertEquals("done 2000/2000: 2000 0 0 0", Importing.told(Importing.done(coordinator, location)));
        for (String table : List.of("participant", "external_reference", "outbox", "task_result")) {
            assertEquals("2000", count(table), table);
        }
        assertEquals(
                "done 2000/2000: 0 0 2000 0",
                Importing.told(
                        Importing.imported(coordinator, IMPORTS, "text/csv", file.getBytes(StandardCharsets.UTF_8))));
        assertEquals("2000", count("participant"));
        assertEquals("2000", count("outbox"));
    }

    private int done(String location) {
        return Caller.with(coordinator).get(location).jsonPath().getInt("rows.done");
    }

    private static void cutOff() throws SQLException {
        for (String role : List.of("runtime", "worker")) {
            try (Connection connection = Database.connect("participants", role)) {
                Database.query(
                        connection,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE usename = current_user AND pid <> pg_backend_pid()");
            }
        }
    }

    @Test
    void aPortalImportsUnderItsOwnNameOnly() {
        String portal = Tokens.sign(Tokens.claims(tenant, "imports:write participants:read participants:write")
                .claim("source_system", "portal-a"));
        String row =
                "\"externalId\":\"P-1\",\"givenName\":\"Ana\",\"firstSurname\":\"Ruiz\",\"birthDate\":\"1990-05-17\","
                        + "\"gender\":\"female\",\"residence\":{\"state\":\"14\"}}";
        String location =
                Importing.begun(portal, IMPORTS, NDJSON, lines("{" + row, "{\"sourceSystem\":\"portal-b\"," + row));
        assertEquals("done 2/2: 1 0 0 1", Importing.told(Importing.done(portal, location)));
        assertEquals(
                "/sourceSystem", Importing.results(portal, location).get(1).getString("problem.errors[0].pointer"));
        Caller.with(portal)
                .get("/v1/participants/by-reference/portal-a/P-1")
                .then()
                .statusCode(200);
        Caller.with(Tokens.registrar(tenant)).get(location).then().statusCode(403);
    }

    @Test
    void refusesWhatIsNoTableOfPeople() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        refused(png, "not-text");
        refused("Ana,Ruiz,1990-05-17\nInés,Muñoz,1985-02-01\n".getBytes(StandardCharsets.UTF_8), "unknown-column");
        refused(("externalId" + ",x".repeat(199) + "\n").getBytes(StandardCharsets.UTF_8), "too-many-columns");
        refused("givenName,firstSurname\nAna,Ruiz\n".getBytes(StandardCharsets.UTF_8), "column-missing");
    }

    private void refused(byte[] file, String code) {
        Importing.send(coordinator, IMPORTS + "?sourceSystem=imm", "text/csv", file)
                .then()
                .statusCode(422)
                .body("code", equalTo("doubtful-file"))
                .body("errors.code", contains(code))
                .body("errors.pointer", contains("/1"))
                .body(not(containsString("Ruiz")));
    }
}
