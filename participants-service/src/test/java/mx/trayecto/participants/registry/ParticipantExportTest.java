package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class ParticipantExportTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    private static Response export(String token, String accept, String query) {
        return Caller.with(token)
                .accept(accept)
                .get("/v1/participants" + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<JsonPath> lines(String token, String query) {
        Response answer = export(token, "application/x-ndjson", query);
        assertEquals("application/x-ndjson", answer.contentType().split(";")[0]);
        return answer.asString().lines().map(JsonPath::from).toList();
    }

    @Test
    void tellsOfEverybodyOnceAndWritesDownWhoWasRead() throws SQLException {
        String file = IntStream.range(0, 450)
                .mapToObj(i -> "{\"externalId\":\"E-" + i + "\",\"givenName\":\""
                        + People.names(i).replace(",", "\",\"firstSurname\":\"") + "\",\"birthDate\":\""
                        + People.born(i)
                        + "\",\"gender\":\"female\",\"residence\":{\"state\":\""
                        + (i % 2 == 0 ? "14" : "20") + "\"}}\n")
                .collect(Collectors.joining());
        Importing.imported(
                coordinator,
                "/v1/participants/imports?sourceSystem=imm",
                "application/x-ndjson",
                file.getBytes(StandardCharsets.UTF_8));
        Set<String> ids = new HashSet<>();
        List<JsonPath> people = lines(coordinator, "");
        people.forEach(person -> ids.add(person.getString("id")));
        assertEquals(450, people.size());
        assertEquals(450, ids.size());
        assertEquals(225, lines(coordinator, "?state=20").size());
        assertEquals(
                List.of("5"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'listParticipants'",
                        tenant));
    }

    /** Two files, one from before she was protected and one from after, would name her by the id that both hold. */
    @Test
    void leavesProtectedRecordsOutForEverybody() {
        String shown = People.registered(coordinator, People.woman());
        Map<String, Object> told = People.woman("references", List.of(People.reference("imm", "X-1")));
        String id = People.registered(coordinator, told);
        assertEquals(2, lines(coordinator, "").size());
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("protected", true, "alias", "Jacaranda 1"))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        String officer = Tokens.of("participants:read participants:identity", tenant);
        People.opened(officer, id);
        for (String token : List.of(coordinator, officer)) {
            List<JsonPath> people = lines(token, "");
            assertEquals(
                    List.of(shown),
                    people.stream().map(person -> person.getString("id")).toList());
            assertEquals(1, lines(token, "?state=14").size());
            String table = export(token, "text/csv", "").asString();
            assertTrue(table.contains(shown));
            assertFalse(table.contains(id) || table.contains("Jacaranda"));
        }
        String portal = Tokens.portal(tenant, "imm");
        Caller.with(portal).get("/v1/participants").then().body("items.id", contains(id));
        assertEquals(List.of(), lines(portal, ""));
    }

    /** Who may not be contacted stands in no file with what she could be contacted by. */
    @Test
    void leavesOutHowToReachWhoTookBackThatSheMayBeContacted() {
        Map<String, Object> told = reachable();
        String id = People.registered(coordinator, told);
        List<String> contact = List.of(
                "523312345678", "maria.fernanda@example.org", "Calle Morelos 123", "No dejar recados", "5511223344");
        for (String accept : List.of("text/csv", "application/x-ndjson")) {
            String file = export(coordinator, accept, "").asString();
            assertTrue(contact.stream().allMatch(file::contains), file);
        }
        String heading = export(coordinator, "text/csv", "")
                .asString()
                .lines()
                .findFirst()
                .orElseThrow();
        Caller.post(coordinator)
                .body(People.consent("contact", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        for (String accept : List.of("text/csv", "application/x-ndjson")) {
            String file = export(coordinator, accept, "").asString();
            assertTrue(file.contains("Escamilla"), file);
            assertTrue(contact.stream().noneMatch(file::contains), file);
        }
        assertEquals(
                heading,
                export(coordinator, "text/csv", "")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        Caller.with(coordinator)
                .get("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .body("email", equalTo("maria.fernanda@example.org"))
                .body("residence.address", equalTo("Calle Morelos 123, Centro"));
        Caller.with(coordinator).get("/v1/participants").then().body("items[0].phone", equalTo("+523312345678"));
    }

    private static Map<String, Object> reachable() {
        Map<String, Object> told = People.everything();
        told.put(
                "guardian",
                Map.of(
                        "givenName", "Rosa",
                        "firstSurname", "Arroyo",
                        "relationship", "mother",
                        "phone", "5511223344"));
        told.put("consents", List.of(People.consent("sensitive-data", true), People.consent("contact", true)));
        return told;
    }

    @Test
    void writesATableThatNoSpreadsheetTakesForFormulas() {
        Map<String, Object> told = reachable();
        told.remove("safeContact"); // of two lines
        told.put("occupation", "=HYPERLINK(\"http://example.org\")");
        People.register(coordinator, told).statusCode(201);
        Response answer = export(coordinator, "text/csv", "");
        assertEquals("text/csv;charset=UTF-8", answer.contentType());
        String table = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertEquals('\uFEFF', table.charAt(0));
        List<String> rows = table.substring(1).lines().toList();
        assertEquals(2, rows.size());
        assertTrue(rows.getFirst().startsWith("id,version,protected,alias,givenName,"), rows.getFirst());
        assertTrue(rows.getLast().contains("\"'=HYPERLINK(\"\"http://example.org\"\")\""), rows.getLast());
        assertTrue(rows.getLast().contains(",'+523312345678,"));
        assertTrue(rows.getLast().contains(",spa|nah|0201,"));
    }

    @Test
    void showsAPortalItsOwnAndTakesNoCursor() {
        People.register(coordinator, People.woman()).statusCode(201);
        String portal = Tokens.portal(tenant, "sisemh");
        People.register(portal, People.woman("references", List.of(People.reference("sisemh", "S-1"))))
                .statusCode(201);
        assertEquals(1, lines(portal, "").size());
        assertEquals(2, lines(coordinator, "").size());
        Caller.with(coordinator)
                .accept("text/csv")
                .get("/v1/participants?cursor=x")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("cursor"));
        Caller.with(coordinator)
                .accept("image/png")
                .get("/v1/participants")
                .then()
                .statusCode(406);
    }
}
