package mx.trayecto.participants.registry;

import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class ConsentTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    private ValidatableResponse say(String id, String purpose, boolean granted) {
        return Caller.post(registrar)
                .body(People.consent(purpose, granted))
                .post("/v1/participants/" + id + "/consents")
                .then();
    }

    private static JsonPath snapshot(String id, int number) {
        return JsonPath.from(Eventually.get(
                        () -> Broker.read(
                                "trayecto.participants.v1", r -> r.key().equals(id)),
                        found -> found.size() >= number)
                .get(number - 1)
                .value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selfIdentification | {\"indigenous\":\"yes\"} | /selfIdentification/indigenous",
                "selfIdentification | {\"indigenous\":\"no\"} | /selfIdentification/indigenous",
                "selfIdentification | {\"afroMexican\":\"yes\"} | /selfIdentification/afroMexican",
                "disability | {\"seeing\":1,\"hearing\":1,\"walking\":1,\"remembering\":1,\"selfCare\":1,\"communicating\":1}"
                        + " | /disability",
                "languages | [\"nah\"] | /languages",
                "migration | \"refugee\" | /migration"
            })
    void takesNothingSensitiveWithoutConsent(String field, String value, String pointer) {
        Object json = JsonPath.from("{\"v\":" + value + "}").get("v");
        People.register(registrar, People.woman(field, json))
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains("consent-required"));
        String id = People.registered(registrar, People.woman());
        Caller.patch(registrar, "\"v0\"")
                .body(java.util.Collections.singletonMap(field, json))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void takesWhatSaysNothingWithoutConsent() {
        Map<String, Object> told = People.woman("languages", List.of("spa"));
        told.put("selfIdentification", Map.of("indigenous", "notAsked"));
        People.register(registrar, told).statusCode(201);
    }

    @Test
    void takesItWithConsentInTheSameCallOrBefore() {
        String id = People.registered(registrar, People.woman());
        Caller.patch(registrar, "\"v0\"")
                .body(Map.of("migration", "refugee", "consents", List.of(People.consent("sensitive-data", true))))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .body("migration", equalTo("refugee"));
        String other = People.registered(registrar, People.woman());
        say(other, "sensitive-data", true).statusCode(201);
        Caller.patch(registrar, "\"v1\"")
                .body(Map.of("migration", "refugee"))
                .patch("/v1/participants/" + other)
                .then()
                .statusCode(200);
    }

    @Test
    void stopsUsingItOnceWithdrawn() {
        String id = People.registered(registrar, People.everything());
        JsonPath before = snapshot(id, 1);
        assertEquals("yes", before.getString("indigenous"));
        assertEquals(true, before.get("disability"));
        assertEquals(List.of("spa", "nah", "0201"), before.getList("languages"));
        assertEquals("returned", before.getString("migration"));

        say(id, "sensitive-data", false).statusCode(201).body("granted", is(false));

        JsonPath after = snapshot(id, 2);
        for (String field : List.of("indigenous", "afroMexican", "disability", "languages", "migration")) {
            assertNull(after.get(field), field);
            assertFalse(after.getMap("history").containsKey(field), field);
        }
        assertEquals("secondary", after.getString("schooling"));
        assertEquals(false, after.get("consents.'sensitive-data'"));
        Caller.with(registrar)
                .get("/v1/participants/" + id)
                .then()
                .header("ETag", "\"v1\"")
                .body("selfIdentification.indigenous", equalTo("notAsked"))
                .body("disability", nullValue())
                .body("migration", nullValue());
        Caller.with(registrar)
                .get("/v1/participants/" + id + "/history")
                .then()
                .body("items.attribute", not(hasItem("migration")));
        Caller.patch(registrar, "\"v1\"")
                .body(Map.of("phone", "5511112222"))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        say(id, "sensitive-data", true).statusCode(201);
        assertEquals("yes", snapshot(id, 3).getString("indigenous"));
    }

    /** Of what she withdrew no change tells what it is, nor whether there is any. */
    @Test
    void answersAlikeWhateverIsStoredOfWhatSheWithdrew() {
        String hers = People.registered(registrar, People.everything());
        String nobodys =
                People.registered(registrar, People.woman("consents", List.of(People.consent("sensitive-data", true))));
        say(hers, "sensitive-data", false).statusCode(201);
        say(nobodys, "sensitive-data", false).statusCode(201);
        Map<String, Object> stored = People.everything();
        for (Map<String, Object> patch : List.<Map<String, Object>>of(
                Map.of("migration", "returned"),
                Map.of("migration", "undocumented"),
                Map.of("disability", stored.get("disability")),
                Map.of("disability", Map.of("seeing", 3)),
                Map.of("languages", stored.get("languages")),
                Map.of("languages", List.of("nah")),
                Map.of("selfIdentification", Map.of("indigenous", "yes")),
                Map.of("selfIdentification", Map.of("indigenous", "no", "afroMexican", "no")))) {
            assertEquals(refused(nobodys, patch), refused(hers, patch), patch.toString());
        }
    }

    private Set<Object> refused(String id, Map<String, Object> patch) {
        return Set.copyOf(Caller.patch(registrar, "\"v1\"")
                .body(patch)
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(422)
                .extract()
                .jsonPath()
                .getList("errors"));
    }

    @Test
    void keepsWhatAChangeLeavesOutUntilSheConsentsAgain() {
        String id = People.registered(registrar, People.everything());
        say(id, "sensitive-data", false).statusCode(201);
        Map<String, Object> patch = new HashMap<>();
        patch.put("schooling", "primary");
        patch.put("disability", null);
        patch.put("selfIdentification", Collections.singletonMap("afroMexican", null));
        Caller.patch(registrar, "\"v1\"")
                .body(patch)
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        Caller.patch(registrar, "\"v2\"")
                .body(Map.of("migration", "none", "consents", List.of(People.consent("sensitive-data", true))))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .body("schooling", equalTo("primary"))
                .body("migration", equalTo("none"))
                .body("disability", nullValue())
                .body("languages", contains("spa", "nah", "0201"))
                .body("selfIdentification.indigenous", equalTo("yes"))
                .body("selfIdentification.afroMexican", equalTo("notAsked"));
    }

    /** Measured where others read: by the time that the broker was given the snapshot without them. */
    @Test
    void stopsEveryUseWithinFiveSeconds() {
        String id = People.registered(registrar, People.everything());
        say(id, "images", true).statusCode(201);
        say(id, "sharing", true).statusCode(201);
        snapshot(id, 3);
        for (String purpose : List.of("sensitive-data", "images", "sharing")) {
            long withdrawn = System.currentTimeMillis();
            say(id, purpose, false).statusCode(201);
            Caller.with(registrar).get("/v1/participants/" + id).then().body("consents.'" + purpose + "'", is(false));
            assertTrue(System.currentTimeMillis() - withdrawn < 5_000, purpose);
            var told = Eventually.get(
                    () -> Broker.read(
                            "trayecto.participants.v1",
                            r -> r.key().equals(id)
                                    && Boolean.FALSE.equals(JsonPath.from(r.value())
                                            .getMap("consents")
                                            .get(purpose))),
                    found -> !found.isEmpty());
            assertTrue(told.getFirst().timestamp() - withdrawn < 5_000, purpose);
        }
    }

    @Test
    void leavesListsSearchesAndFilesAtOnce() {
        String id = People.registered(registrar, People.everything());
        List<String> before = everywhere();
        before.forEach(answer -> assertTrue(answer.contains("returned"), answer));
        say(id, "sensitive-data", false).statusCode(201);
        for (String answer : everywhere()) {
            for (String sensitive : List.of("returned", "\"yes\"", "\"seeing\"", "\"disabled\"")) {
                assertFalse(answer.contains(sensitive), sensitive + " in " + answer);
            }
            assertTrue(answer.contains("Costurera"), answer);
        }
    }

    private List<String> everywhere() {
        return List.of(
                Caller.with(registrar).get("/v1/participants").asString(),
                Caller.with(registrar)
                        .contentType("application/json")
                        .body(Map.of("phone", "3312345678"))
                        .post("/v1/participants/search")
                        .asString(),
                Caller.with(registrar)
                        .accept("application/x-ndjson")
                        .get("/v1/participants")
                        .asString(),
                Caller.with(registrar)
                        .accept("text/csv")
                        .get("/v1/participants")
                        .asString()
                        .lines()
                        .skip(1) // the names of the columns
                        .collect(Collectors.joining()));
    }

    /** So that nobody can be told of the one without the other, whatever is killed in between. */
    @Test
    void isToldInTheCommitOfTheWord() throws SQLException {
        String id = People.registered(registrar, People.everything());
        for (boolean granted : List.of(false, true)) {
            say(id, "sensitive-data", granted).statusCode(201);
            assertEquals(
                    List.of(granted + " " + granted),
                    Database.query(
                            "participants",
                            "SELECT (data::json -> 'consents' ->> 'sensitive-data') || ' '"
                                    + " || (data::json -> 'history' -> 'migration' IS NOT NULL)::text FROM outbox"
                                    + " WHERE aggregate_id = ? ORDER BY id DESC LIMIT 1",
                            UUID.fromString(id)));
        }
    }

    @Test
    void keepsEveryWordOfHersInOrder() {
        String id = People.registered(registrar, People.woman());
        String location = say(id, "images", true).statusCode(201).extract().header("Location");
        say(id, "images", false).statusCode(201);
        Caller.with(registrar)
                .get("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(200)
                .body("items.granted", contains(true, false));
        Caller.with(registrar)
                .get(location)
                .then()
                .statusCode(200)
                .body("purpose", equalTo("images"))
                .body("byGuardian", is(false));
        Caller.with(Tokens.registrar(UUID.randomUUID())).get(location).then().statusCode(404);
    }

    /** In the evening it is another day in Greenwich. */
    @Test
    void isHerGuardiansUntilSheIs18WhereTheRegistryRuns() {
        String id = People.registered(registrar, People.woman("birthDate", "2008-01-15"));
        for (boolean minor : List.of(true, false)) {
            Caller.post(registrar)
                    .body(People.with(
                            People.consent("images", true),
                            "at",
                            minor ? "2026-01-15T05:59:59Z" : "2026-01-15T06:00:00Z"))
                    .post("/v1/participants/" + id + "/consents")
                    .then()
                    .statusCode(201)
                    .body("byGuardian", is(minor));
        }
    }

    @Test
    void aPaperThatArrivesLateDoesNotUndoALaterWord() {
        String id = People.registered(registrar, People.woman());
        say(id, "contact", false).statusCode(201);
        Caller.post(registrar)
                .body(People.with(People.consent("contact", true), "at", "2024-06-03T12:00:00Z"))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        Caller.with(registrar).get("/v1/participants/" + id).then().body("consents.contact", is(false));
    }

    @Test
    void refusesAVerbalConsentToSensitiveDataButNotItsWithdrawal() {
        String id = People.registered(registrar, People.woman());
        Map<String, Object> verbal = People.with(People.consent("sensitive-data", true), "channel", "verbal");
        Caller.post(registrar)
                .body(verbal)
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/channel"));
        Caller.post(registrar)
                .body(People.with(verbal, "granted", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
    }
}
