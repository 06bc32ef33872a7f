package mx.trayecto.participants.duplicates;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Probable duplicates: found after registration and change, judged by a person, and remembered. */
@QuarkusTest
@TrayectoTest
class DuplicateTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    /** A second record of {@link People#woman()}, as somebody else might write her down. */
    static Map<String, Object> again() {
        Map<String, Object> again = People.woman("givenName", "Ma. Fernanda");
        again.put("firstSurname", "Escamila");
        return again;
    }

    private JsonPath pairs(String token) {
        Compared.all(tenant);
        return Caller.with(token)
                .get("/v1/duplicates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String pair() {
        People.registered(registrar, People.woman());
        People.registered(registrar, again());
        return pairs(registrar).getString("items[0].id");
    }

    private void patch(String id, String etag, Map<String, ?> change) {
        Caller.patch(registrar, etag)
                .body(change)
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
    }

    private void dismiss(String pair, String reason) {
        Caller.post(registrar)
                .body(Map.of("reason", reason))
                .post("/v1/duplicates/" + pair + "/dismissal")
                .then()
                .statusCode(200)
                .body("status", equalTo("dismissed"));
    }

    @Test
    void findsAWomanRegisteredAgainAndSaysWhy() {
        String first = People.registered(registrar, People.woman());
        People.registered(registrar, People.woman("givenName", "Rosario"));
        String second = People.registered(registrar, again());
        Compared.all(tenant);
        Caller.with(registrar)
                .get("/v1/duplicates")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].participants", containsInAnyOrder(first, second))
                .body("items[0].score", greaterThanOrEqualTo(0.5f))
                .body("items[0].status", equalTo("open"))
                .body("items[0].decidedAt", nullValue())
                .body(
                        "items[0].reasons.code",
                        hasItems("given-name-maria", "surname-spelling", "birth-date-same", "municipality-same"))
                .body("items[0].reasons.label.es", everyItem(notNullValue()))
                .body("items[0].reasons.label.en", hasItem("Same birth date"));
    }

    @Test
    void findsHerOnceHerNameIsCorrected() {
        People.registered(registrar, People.woman());
        String other = People.registered(registrar, People.woman("givenName", "Rosario"));
        assertEquals(List.of(), pairs(registrar).getList("items"));
        patch(other, "\"v0\"", Map.of("givenName", "María Fernanda"));
        assertEquals(1, pairs(registrar).getList("items").size());
    }

    /** Alike, but of two places, they may well be two. */
    @Test
    void findsHerOnceSheIsToldToLiveWhereTheOtherDoes() {
        People.registered(registrar, People.woman());
        Map<String, Object> told = People.woman("givenName", "Fernanda Lucía");
        told.put("birthDate", "1990-05-18");
        told.put("residence", Map.of("state", "14", "municipality", "14120"));
        String other = People.registered(registrar, told);
        assertEquals(List.of(), pairs(registrar).getList("items"));
        patch(other, "\"v0\"", Map.of("residence", Map.of("municipality", "14039")));
        assertEquals(1, pairs(registrar).getList("items").size());
        patch(other, "\"v1\"", Map.of("residence", Map.of("state", "20", "municipality", "20067")));
        assertEquals(List.of(), pairs(registrar).getList("items"));
    }

    @Test
    void takesAnOpenPairOutOnceTheyAreNoLongerAlike() {
        People.registered(registrar, People.woman());
        String second = People.registered(registrar, again());
        String pair = pairs(registrar).getString("items[0].id");
        patch(second, "\"v0\"", Map.of("givenName", "Rosario"));
        assertEquals(List.of(), pairs(registrar).getList("items"));
        Caller.with(registrar).get("/v1/duplicates/" + pair).then().statusCode(404);
    }

    @Test
    void remembersADismissalUntilSomethingMaterialChanges() {
        People.registered(registrar, People.woman());
        String second = People.registered(registrar, again());
        String pair = pairs(registrar).getString("items[0].id");
        dismiss(pair, "relatives");

        patch(second, "\"v0\"", Map.of("phone", "3312345678"));
        patch(second, "\"v1\"", Map.of("residence", Map.of("address", "Calle Morelos 1")));
        pairs(registrar);
        Caller.with(registrar)
                .get("/v1/duplicates?status=dismissed")
                .then()
                .body("items.id", equalTo(List.of(pair)))
                .body("items[0].dismissal.code", equalTo("relatives"))
                .body("items[0].dismissal.label.es", equalTo("Son familiares"));

        patch(second, "\"v2\"", Map.of("birthDate", "1990-05-18"));
        pairs(registrar);
        Caller.with(registrar)
                .get("/v1/duplicates/" + pair)
                .then()
                .body("status", equalTo("open"))
                .body("dismissal", nullValue())
                .body("reasons.code", hasItem("birth-date-one-part"));
    }

    @Test
    void keepsAConfirmationAndLetsItBeTakenBack() {
        String pair = pair();
        Caller.post(registrar)
                .body("{}")
                .post("/v1/duplicates/" + pair + "/confirmation")
                .then()
                .statusCode(200)
                .body("status", equalTo("confirmed"))
                .body("decidedAt", notNullValue());
        Caller.with(registrar).get("/v1/duplicates?status=open").then().body("items", empty());
        dismiss(pair, "different-persons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"bored\"}", "{\"reason\":\"merge-reversed\"}", "{\"reason\":3}"})
    void refusesADismissalWithoutAGivenReason(String body) {
        Caller.post(registrar)
                .body(body)
                .post("/v1/duplicates/" + pair() + "/dismissal")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void refusesAnUnknownStatusAndAnotherListsCursor() {
        Caller.with(registrar)
                .get("/v1/duplicates?status=OPEN")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("status"));
        Caller.with(registrar).get("/v1/duplicates?cursor=x").then().statusCode(400);
    }

    @Test
    void actsOnceHoweverOftenItIsAsked() {
        String pair = pair();
        for (int i = 0; i < 2; i++) {
            Caller.post(registrar, "the-same-key-" + pair)
                    .body(Map.of("reason", "relatives"))
                    .post("/v1/duplicates/" + pair + "/dismissal")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
    }

    /** Each page is full and each pair is there once, whatever is hidden between them. */
    @Test
    void showsPairsWithProtectedRecordsToThoseWhoOpenedThemOnly() {
        String officer = Tokens.protectionOfficer(tenant);
        List<String> open = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (String surname : List.of("Zepeda", "Quiroz", "Bonilla", "Magaña", "Ibarra", "Toledo")) {
            boolean secret = hidden.size() <= open.size();
            int place = hidden.size() + open.size() + 1;
            String birth = "19%d-0%d-1%d".formatted(60 + 5 * place, place, place);
            Map<String, Object> one = People.woman("firstSurname", surname);
            Map<String, Object> other = People.with(again(), "firstSurname", surname);
            one.put("birthDate", birth);
            other.put("birthDate", birth);
            People.registered(registrar, one);
            other.put("protected", secret);
            (secret ? hidden : open).add(People.registered(registrar, other));
        }
        List<List<String>> seen = pairs(registrar).getList("items.participants");
        assertEquals(3, seen.size());
        assertFalse(seen.stream().flatMap(List::stream).anyMatch(hidden::contains));

        List<String> own = pairs(registrar).getList("items.id");
        assertEquals(own, pairs(officer).getList("items.id"));
        People.opened(officer, hidden.getFirst());
        assertEquals(4, pairs(officer).getList("items.id").size());
        hidden.subList(1, 3).forEach(id -> People.opened(officer, id));
        List<String> ids = pairs(officer).getList("items.id");
        assertEquals(6, ids.size());
        for (String id : ids) {
            int status = own.contains(id) ? 200 : 404;
            Caller.with(registrar).get("/v1/duplicates/" + id).then().statusCode(status);
            Caller.post(registrar)
                    .body(Map.of("reason", "relatives"))
                    .post("/v1/duplicates/" + id + "/dismissal")
                    .then()
                    .statusCode(status);
        }
        List<String> walked = new ArrayList<>();
        for (String next = "/v1/duplicates?limit=1"; next != null; ) {
            JsonPath page = Caller.with(registrar).get(next).jsonPath();
            assertEquals(1, page.getList("items").size());
            walked.addAll(page.getList("items.id"));
            String cursor = page.getString("nextCursor");
            next = cursor == null ? null : "/v1/duplicates?limit=1&cursor=" + cursor;
        }
        assertEquals(own, walked);
    }

    @Test
    void hidesAPairOnceOneOfThemIsProtected() {
        People.registered(registrar, People.woman());
        String second = People.registered(registrar, again());
        String pair = pairs(registrar).getString("items[0].id");
        patch(second, "\"v0\"", Map.of("protected", true));
        assertEquals(List.of(), pairs(registrar).getList("items"));
        Caller.with(registrar).get("/v1/duplicates/" + pair).then().statusCode(404);
        String officer = Tokens.protectionOfficer(tenant);
        Caller.with(officer).get("/v1/duplicates/" + pair).then().statusCode(404);
        People.opened(officer, second);
        Caller.with(officer).get("/v1/duplicates").then().body("items.id", equalTo(List.of(pair)));
    }

    /** Who reads the audit is not led from the one to the other. */
    @Test
    void leavesATraceOfWhomItTellsButNotOfTwoWhoAreOne() throws SQLException {
        String first = People.registered(registrar, People.woman());
        String second = People.registered(registrar, again());
        String pair = pairs(registrar).getString("items[0].id");
        patch(second, "\"v0\"", Map.of("protected", true));
        String officer = Tokens.protectionOfficer(tenant);
        String access = People.opened(officer, second);
        Caller.with(officer).get("/v1/duplicates/" + pair).then().statusCode(200);
        assertEquals(
                List.of(pair + " {\"participant\": \"" + second + "\", \"identityAccess\": \"" + access + "\"}"),
                trace());
        patch(first, "\"v0\"", Map.of("protected", true));
        People.opened(officer, first);
        Caller.with(officer).get("/v1/duplicates/" + pair).then().statusCode(200);
        assertEquals(pair + " null", trace().getLast());
    }

    private List<String> trace() throws SQLException {
        return Database.query(
                "participants",
                "SELECT resource_id || ' ' || coalesce(details::text, 'null') FROM audit_entry"
                        + " WHERE tenant_id = ? AND action = 'readDuplicate' ORDER BY id",
                tenant);
    }

    @Test
    void showsNoPairOfAWomanWhoseDataAreBlockedAndKeepsNothingOnceTheyAreSuppressed() throws SQLException {
        People.registered(registrar, People.woman());
        UUID second = UUID.fromString(People.registered(registrar, again()));
        String pair = pairs(registrar).getString("items[0].id");
        Database.query("participants", "UPDATE participant SET blocked_on = now() WHERE id = ? RETURNING 1", second);
        assertEquals(List.of(), pairs(registrar).getList("items"));
        Caller.with(registrar).get("/v1/duplicates/" + pair).then().statusCode(404);
        People.registered(registrar, again()); // who is alike to both
        assertEquals(1, pairs(registrar).getList("items").size());
        assertEquals("true 1", tied(second));
        try (Connection runtime = Database.connect("participants", "runtime")) {
            runtime.setAutoCommit(false);
            Database.query(runtime, "SELECT set_config('app.tenant', ?, true)", tenant.toString());
            assertEquals(List.of("t"), Database.query(runtime, "SELECT suppress_participant(?, current_date)", second));
            runtime.commit();
        }
        assertEquals("false 0", tied(second));
    }

    /** Whether a record can be looked up, and in how many pairs it stands. */
    private static String tied(UUID record) throws SQLException {
        return Database.query("participants", """
                        SELECT EXISTS (SELECT FROM duplicate_token WHERE participant_id = k.id) || ' '
                            || (SELECT count(*) FROM duplicate WHERE k.id IN (one_id, other_id))
                          FROM (SELECT ?::uuid) AS k (id)""", record).getFirst();
    }

    @Test
    void showsAPortalPairsOfItsOwnRecordsOnly() {
        String portal = Tokens.portal(tenant, "sisemh");
        List<String> own = new ArrayList<>();
        for (String id : List.of("1", "2")) {
            Map<String, Object> told = People.with(again(), "references", List.of(People.reference("sisemh", id)));
            own.add(People.registered(portal, told));
        }
        People.registered(registrar, People.woman());
        assertEquals(3, pairs(registrar).getList("items").size());
        List<List<String>> seen = pairs(portal).getList("items.participants");
        assertEquals(1, seen.size());
        Caller.with(portal)
                .get("/v1/duplicates")
                .then()
                .body("items[0].participants", containsInAnyOrder(own.toArray()));
        Caller.with(Tokens.portal(tenant, "imm")).get("/v1/duplicates").then().body("items", empty());
        Caller.with(Tokens.registrar(UUID.randomUUID()))
                .get("/v1/duplicates")
                .then()
                .body("items", empty());
    }
}
