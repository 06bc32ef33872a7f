package mx.trayecto.participants.registry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class ReferenceTest {
    private final UUID tenant = UUID.randomUUID();
    private final String portal = Tokens.portal(tenant, "sisemh");

    private static ValidatableResponse put(String token, String path, Map<String, Object> body) {
        return Caller.with(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/participants/by-reference/" + path)
                .then();
    }

    private List<String> count(String table) throws SQLException {
        return Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant);
    }

    @Test
    void registersThenChangesThenLeavesAsItIs() throws SQLException {
        Map<String, Object> told = dated();
        String id = put(portal, "sisemh/F-1", told)
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("references", contains(hasEntry("externalId", "F-1")))
                .extract()
                .path("id");
        put(portal, "sisemh/F-1", told).statusCode(200).header("ETag", "\"v0\"").body("id", equalTo(id));
        assertEquals(List.of("1"), count("participant"));
        assertEquals(List.of("2"), count("consent"));
        assertEquals(List.of("1"), count("outbox"));

        put(portal, "sisemh/F-1", Map.of("schooling", "primary"))
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("schooling", equalTo("primary"))
                .body("phone", equalTo("+523312345678"));
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/F-1")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    private static Map<String, Object> dated() {
        Map<String, Object> told = People.everything();
        told.put(
                "consents",
                List.of(
                        People.with(People.consent("sensitive-data", true), "at", "2024-06-03T16:00:00.123456789Z"),
                        People.with(People.consent("contact", false), "at", "2024-06-03T16:00:00Z")));
        return told;
    }

    @Test
    void doesNotUndoAWithdrawalWhenTheRecordIsSentAgain() throws SQLException {
        Map<String, Object> told = dated();
        String id = put(portal, "sisemh/F-9", told).statusCode(201).extract().path("id");
        Caller.post(portal)
                .body(People.consent("sensitive-data", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        for (String migration : List.of("returned", "none")) { // the one that she withdrew, and another
            told.put("migration", migration);
            put(portal, "sisemh/F-9", told)
                    .statusCode(422)
                    .body("errors.code", everyItem(equalTo("consent-required")))
                    .body("errors.pointer", hasItem("/migration"));
        }
        List.of("migration", "disability", "selfIdentification", "languages").forEach(told::remove);
        put(portal, "sisemh/F-9", told)
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("consents.'sensitive-data'", is(false));
        assertEquals(List.of("3"), count("consent"));
        told.put("consents", List.of(People.consent("sensitive-data", true)));
        put(portal, "sisemh/F-9", told).statusCode(422).body("errors.pointer", contains("/consents/0/at"));
    }

    @Test
    void refusesAnIncompleteRegistration() {
        put(portal, "sisemh/F-2", Map.of("givenName", "Ana"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/firstSurname"));
    }

    @Test
    void heedsAnIfMatchThatIsSent() {
        put(portal, "sisemh/F-3", People.woman()).statusCode(201);
        Caller.put(portal, "\"v4\"")
                .body(Map.of("student", true))
                .put("/v1/participants/by-reference/sisemh/F-3")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SABC560626MDFLRN01",
                "sabc560626mdflrn01",
                "3312345678",
                "+523312345678",
                "ana@example.org",
                "HEGG560427AB1"
            })
    void refusesAnIdThatNamesThePerson(String externalId) {
        put(portal, "sisemh/" + externalId.replace("+", "%2B"), People.woman()).statusCode(422);
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/" + externalId)
                .then()
                .statusCode(422);
    }

    @Test
    void acceptsAFolioThatBeginsWithAYear() {
        put(portal, "sisemh/2024000123", People.woman()).statusCode(201);
    }

    @Test
    void answersAnotherPortalsReferenceAsAbsent() {
        put(portal, "sisemh/F-4", People.woman()).statusCode(201);
        String other = Tokens.portal(tenant, "imm");
        for (String path : List.of("sisemh/F-4", "sisemh/F-5")) {
            put(other, path, People.woman()).statusCode(404);
            Caller.with(other)
                    .get("/v1/participants/by-reference/" + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void namesOnePersonOnly() {
        String coordinator = Tokens.coordinator(tenant);
        Map<String, Object> told = People.woman("references", List.of(People.reference("sisemh", "F-6")));
        People.register(coordinator, told).statusCode(201);
        People.register(coordinator, told).statusCode(409).body("code", equalTo("reference-taken"));
    }

    @Test
    void demandsAPortalsOwnReference() {
        People.register(portal, People.woman()).statusCode(422).body("errors.pointer", hasItem("/references"));
        People.register(portal, People.woman("references", List.of(People.reference("imm", "1"))))
                .statusCode(422)
                .body("errors.pointer", hasItem("/references/0/sourceSystem"));
    }

    @Test
    void registersOnceWhenTwentyComeAtOnce() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> put(portal, "sisemh/F-7", People.woman()).extract().statusCode());
        }
        Map<Integer, Integer> statuses = new HashMap<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : pool.invokeAll(calls)) {
                statuses.merge(call.get(), 1, Integer::sum);
            }
        }
        assertEquals(Map.of(201, 1, 200, 19), statuses);
        assertEquals(List.of("1"), count("participant"));
    }

    @Test
    void addsAReferenceByPatch() {
        String coordinator = Tokens.coordinator(tenant);
        String id = People.registered(coordinator, People.woman());
        Caller.with(portal).get("/v1/participants/" + id).then().statusCode(404);
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("references", List.of(People.reference("sisemh", "F-8"))))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("references.size()", is(1));
        Caller.with(portal).get("/v1/participants/" + id).then().statusCode(200);
    }
}
