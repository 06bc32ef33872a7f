package mx.trayecto.participants.registry;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class ChangeTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);
    private String id;
    private String path;

    @BeforeEach
    void register() {
        id = People.registered(registrar, People.woman("registeredOn", "2024-06-03"));
        path = "/v1/participants/" + id;
    }

    private ValidatableResponse patch(String etag, Map<String, Object> body) {
        return Caller.patch(registrar, etag)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(body)
                .patch(path)
                .then();
    }

    private static Map<String, Object> moved(String municipality, String from, boolean correction) {
        Map<String, Object> effective = new HashMap<>(Map.of("correction", correction));
        if (from != null) {
            effective.put("from", from);
        }
        return Map.of("residence", Map.of("municipality", municipality), "effective", effective);
    }

    private List<String> municipalities() {
        return dated("municipality");
    }

    private List<String> dated(String attribute) {
        List<Map<String, String>> items = Caller.with(registrar)
                .get(path + "/history")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.attribute == '" + attribute + "' }");
        return items.stream()
                .map(item -> item.get("from") + " " + item.get("value"))
                .toList();
    }

    @Test
    void changesFromTodayOn() {
        patch("\"v0\"", Map.of("residence", Map.of("municipality", "14097")))
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("residence.municipality", equalTo("14097"));
        assertEquals(
                List.of("2024-06-03 14039", LocalDate.now(java.time.ZoneId.of("America/Mexico_City")) + " 14097"),
                municipalities());
    }

    @Test
    void changesFromADateOn() {
        patch("\"v0\"", moved("14097", "2024-09-01", false)).statusCode(200);
        assertEquals(List.of("2024-06-03 14039", "2024-09-01 14097"), municipalities());
    }

    @Test
    void correctsThePast() {
        patch("\"v0\"", moved("14097", "2024-09-01", false)).statusCode(200);
        patch("\"v1\"", moved("14120", null, true)).statusCode(200);
        assertEquals(List.of("2024-06-03 14120"), municipalities());
    }

    @Test
    void correctsThePastFromADateOn() {
        patch("\"v0\"", moved("14097", "2024-09-01", false)).statusCode(200);
        patch("\"v1\"", moved("14098", "2024-10-01", false)).statusCode(200);
        patch("\"v2\"", moved("14120", "2024-09-01", true)).statusCode(200);
        assertEquals(List.of("2024-06-03 14039", "2024-09-01 14120"), municipalities());
    }

    @Test
    void refusesAChangeDatedBeforeALaterOne() {
        patch("\"v0\"", moved("14097", "2024-09-01", false)).statusCode(200);
        patch("\"v1\"", moved("14098", "2024-08-01", false)).statusCode(409).body("code", equalTo("later-change"));
        assertEquals(List.of("2024-06-03 14039", "2024-09-01 14097"), municipalities());
    }

    @Test
    void refusesAChangeToCome() {
        patch("\"v0\"", moved("14097", LocalDate.now().plusDays(2).toString(), false))
                .statusCode(422)
                .body("errors.pointer", hasItem("/effective/from"));
    }

    @Test
    void keepsWhatThePatchLeavesOutAndRemovesWhatItNulls() {
        Map<String, Object> nulls = new HashMap<>();
        nulls.put("secondSurname", null);
        patch("\"v0\"", nulls)
                .statusCode(200)
                .body("secondSurname", nullValue())
                .body("givenName", equalTo("María Fernanda"));
        nulls.clear();
        nulls.put("givenName", null);
        patch("\"v1\"", nulls).statusCode(422).body("errors.pointer", hasItem("/givenName"));
    }

    @Test
    void aPatchThatChangesNothingKeepsTheVersion() {
        patch("\"v0\"", Map.of("givenName", "María Fernanda")).statusCode(200).header("ETag", "\"v0\"");
    }

    @Test
    void refusesUnknownFieldsAndOtherMediaTypes() {
        patch("\"v0\"", Map.of("nickname", "Fer")).statusCode(422).body("errors.pointer", hasItem("/nickname"));
        Caller.put(registrar, "\"v0\"").body("{}").patch(path).then().statusCode(415);
    }

    @Test
    void demandsTheVersionThatWasRead() {
        Caller.with(registrar)
                .contentType("application/merge-patch+json")
                .body("{\"student\":true}")
                .patch(path)
                .then()
                .statusCode(428);
        patch("\"v7\"", Map.of("student", true)).statusCode(412);
        patch("\"v0-alias\"", Map.of("student", true)).statusCode(200);
    }

    /** Promise R6. */
    @Test
    void letsOneOfTwentyConcurrentChangesThrough() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Object> body = Map.of("dependants", i);
            calls.add(() -> patch("\"v0\"", body).extract().statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : pool.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(19, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
        assertEquals(
                List.of("1"), Database.query("participants", "SELECT version FROM participant WHERE id = ?::uuid", id));
    }

    /** Promise R5. */
    @Test
    void makesOneRowAndOneEventOfFiftyPostsWithOneKey() throws Exception {
        UUID other = UUID.randomUUID();
        String token = Tokens.registrar(other);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = People.woman();
        List<Callable<io.restassured.response.Response>> calls = java.util.Collections.nCopies(
                50, () -> Caller.post(token, key).body(body).post("/v1/participants"));
        List<io.restassured.response.Response> answers = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : pool.invokeAll(calls)) {
                answers.add(call.get());
            }
        }
        assertTrue(answers.stream().allMatch(a -> a.statusCode() == 201 || a.statusCode() == 409));
        assertTrue(answers.stream().anyMatch(a -> a.statusCode() == 201));
        assertEquals(
                List.of("1"),
                Database.query("participants", "SELECT count(*) FROM participant WHERE tenant_id = ?", other));
        assertEquals(
                List.of("1"), Database.query("participants", "SELECT count(*) FROM outbox WHERE tenant_id = ?", other));
        Caller.post(token, key)
                .body(body)
                .post("/v1/participants")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        Caller.post(token, key)
                .body(People.woman("student", true))
                .post("/v1/participants")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    /** Promise R7. */
    @Test
    void walksEveryRowOnceWhileOthersAreAdded() {
        UUID other = UUID.randomUUID();
        String token = Tokens.registrar(other);
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            before.add(People.registered(token, People.woman()));
        }
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            var page = Caller.with(token)
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v1/participants")
                    .then()
                    .statusCode(200)
                    .extract();
            walked.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
            if (walked.size() < 8) {
                People.registered(token, People.woman());
            }
        } while (cursor != null);
        assertEquals(before, walked.subList(0, 7));
        assertEquals(walked.size(), walked.stream().distinct().count());
    }

    @Test
    void filtersByPlace() {
        Caller.with(registrar)
                .get("/v1/participants?state=14&municipality=14039")
                .then()
                .body("items.id", hasItem(id));
        Caller.with(registrar)
                .get("/v1/participants?state=20")
                .then()
                .body("items", empty())
                .body("nextCursor", is(nullValue()));
    }

    private static Map<String, Object> effective(String from, boolean correction, Map<String, Object> told) {
        Map<String, Object> effective = new HashMap<>(Map.of("correction", correction));
        effective.put("from", from);
        Map<String, Object> all = new HashMap<>(told);
        all.put("effective", effective);
        return all;
    }

    private static Map<String, Object> living(String locality, String address) {
        return Map.of("municipality", "14039", "locality", locality, "address", address);
    }

    /** Who she was before is part of what is held of her. */
    @Test
    void keepsWhoSheWasAndHowSheWasReached() throws SQLException {
        patch(
                        "\"v0\"",
                        Map.of(
                                "phone",
                                "3312345678",
                                "email",
                                "antes@example.org",
                                "safeContact",
                                "Por las mañanas",
                                "guardian",
                                guardian("Rosa")))
                .statusCode(200);
        Map<String, Object> next = new HashMap<>(Map.of(
                "givenName", "María Fernanda Guadalupe",
                "firstSurname", "Escamilla Ruiz",
                "birthDate", "1990-05-18",
                "birthState", "20",
                "phone", "5587654321",
                "email", "ahora@example.org",
                "safeContact", "Por las tardes",
                "guardian", guardian("Berta")));
        next.put("secondSurname", null);
        patch("\"v1\"", effective("2024-09-01", false, next)).statusCode(200);
        for (Map.Entry<String, List<String>> kept : Map.of(
                        "givenName", List.of("2024-06-03 María Fernanda", "2024-09-01 María Fernanda Guadalupe"),
                        "firstSurname", List.of("2024-06-03 Escamilla", "2024-09-01 Escamilla Ruiz"),
                        "secondSurname", List.of("2024-06-03 Arroyo", "2024-09-01 null"),
                        "birthDate", List.of("2024-06-03 1990-05-17", "2024-09-01 1990-05-18"),
                        "birthState", List.of("2024-09-01 20"),
                        "phone", List.of("2024-06-03 +523312345678", "2024-09-01 +525587654321"),
                        "email", List.of("2024-06-03 antes@example.org", "2024-09-01 ahora@example.org"),
                        "safeContact", List.of("2024-06-03 Por las mañanas", "2024-09-01 Por las tardes"))
                .entrySet()) {
            assertEquals(kept.getValue(), dated(kept.getKey()), kept.getKey());
        }
        Caller.with(registrar)
                .get(path + "/history")
                .then()
                .body(
                        "items.findAll { it.attribute == 'guardian' }.value.givenName",
                        equalTo(List.of("Rosa", "Berta")));
        // of a guardian who was always called otherwise; her own names stay what they were
        patch("\"v2\"", effective(null, true, Map.of("guardian", guardian("Berta María"))))
                .statusCode(200);
        Caller.with(registrar)
                .get(path + "/history")
                .then()
                .body("items.findAll { it.attribute == 'guardian' }.value.givenName", equalTo(List.of("Berta María")));
        assertEquals(2, dated("givenName").size());
        String row = Database.query(
                        "participants", "SELECT p::text FROM participant p WHERE id = ?", UUID.fromString(id))
                .getFirst();
        for (String open : List.of("Escamilla", "antes@", "Rosa", "3312345678")) {
            assertFalse(row.contains(open), open);
        }
    }

    @Test
    void keepsTheCurpThatAnotherTookThePlaceOf() {
        Map<String, Object> woman = People.with(People.womanWithCurp(), "registeredOn", "2024-06-03");
        String was = woman.get("curp").toString();
        Map<String, Object> other = People.womanWithCurp();
        String her = People.registered(registrar, woman);
        Caller.patch(registrar, "\"v0\"")
                .body(Map.of("curp", other.get("curp"), "birthDate", other.get("birthDate")))
                .patch("/v1/participants/" + her)
                .then()
                .statusCode(200);
        Caller.with(registrar)
                .get("/v1/participants/" + her + "/history")
                .then()
                .body(
                        "items.findAll { it.attribute == 'curp' }.value",
                        equalTo(List.of(was, other.get("curp").toString())));
    }

    private static Map<String, Object> guardian(String name) {
        return Map.of("givenName", name, "firstSurname", "Arroyo", "relationship", "mother");
    }

    /** What is sealed keeps its dates as the codes do: they are sealed with it. */
    @Test
    void keepsTheDatesOfWhereSheLivesAndWhatSheDoes() throws SQLException {
        patch(
                        "\"v0\"",
                        Map.of(
                                "residence",
                                living("140390001", "Calle Morelos 1"),
                                "occupation",
                                "Costurera",
                                "householdId",
                                "H-1"))
                .statusCode(200);
        assertEquals(List.of("2024-06-03 Calle Morelos 1"), dated("address")); // unknown before is no change of hers
        patch(
                        "\"v1\"",
                        effective(
                                "2024-09-01",
                                false,
                                Map.of(
                                        "residence",
                                        living("140390002", "Calle Juárez 2"),
                                        "occupation",
                                        "Panadera",
                                        "householdId",
                                        "H-2")))
                .statusCode(200)
                .body("residence.address", equalTo("Calle Juárez 2"));
        assertEquals(List.of("2024-06-03 Calle Morelos 1", "2024-09-01 Calle Juárez 2"), dated("address"));
        assertEquals(List.of("2024-06-03 140390001", "2024-09-01 140390002"), dated("locality"));
        assertEquals(List.of("2024-06-03 Costurera", "2024-09-01 Panadera"), dated("occupation"));
        assertEquals(List.of("2024-06-03 H-1", "2024-09-01 H-2"), dated("householdId"));

        patch("\"v2\"", effective("2024-08-01", false, Map.of("residence", Map.of("address", "Calle 3"))))
                .statusCode(409)
                .body("code", equalTo("later-change"));
        patch("\"v2\"", effective(null, false, Map.of("occupation", "Panadera")))
                .statusCode(200)
                .header("ETag", "\"v2\"");
        patch("\"v2\"", effective(null, true, Map.of("occupation", "Panadera")))
                .statusCode(200)
                .header("ETag", "\"v3\"");
        assertEquals(List.of("2024-06-03 Panadera"), dated("occupation")); // and always was
        Map<String, Object> gone = new HashMap<>();
        gone.put("householdId", null);
        patch("\"v3\"", gone).statusCode(200);
        assertEquals(
                List.of(
                        "2024-06-03 H-1",
                        "2024-09-01 H-2",
                        LocalDate.now(java.time.ZoneId.of("America/Mexico_City")) + " null"),
                dated("householdId"));
        String row = Database.query(
                        "participants", "SELECT p::text FROM participant p WHERE id = ?", UUID.fromString(id))
                .getFirst();
        for (String open : List.of("Morelos", "Costurera", "140390001", "H-1")) {
            assertFalse(row.contains(open), open);
        }
    }
}
