package mx.trayecto.participants.arco;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.MovableClock;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of a person's data once her request is granted. */
@QuarkusTest
@TrayectoTest
class EffectTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String portal = Tokens.portal(tenant, "sisemh");
    private final String officer = Tokens.of("participants:read participants:identity arco:write", tenant);

    @Inject
    ArcoWatch watch;

    @AfterEach
    void release() {
        MovableClock.release();
    }

    private static List<ConsumerRecord<String, String>> told(String id, int atLeast) {
        return Eventually.get(
                () -> Broker.read("trayecto.participants.v1", r -> r.key().equals(id)),
                found -> found.size() >= atLeast);
    }

    private Map<String, Object> woman() {
        Map<String, Object> woman = People.everything();
        woman.put("references", List.of(People.reference("sisemh", "F-" + woman.get("birthDate"))));
        return woman;
    }

    @Test
    void aRectificationChangesHerRecordOnceItIsProven() throws SQLException {
        String id = People.registered(coordinator, woman());
        String request = Arco.granted(officer, Arco.request(id, "rectification"));
        Arco.step(officer, request, "effect", Map.of())
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/changes", "/proofReference"));
        Arco.step(
                        officer,
                        request,
                        "effect",
                        Map.of("changes", Map.of("gender", "unknown"), "proofReference", "Acta 12"))
                .statusCode(422);
        Caller.with(officer).get(request).then().body("status", equalTo("granted"));
        Arco.step(
                        officer,
                        request,
                        "effect",
                        Map.of(
                                "changes",
                                Map.of("phone", "5511112222", "effective", Map.of("correction", true)),
                                "proofReference",
                                "Recibo telefónico, folio 88"))
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("steps[2].step", equalTo("rectified"))
                .body("steps[2].note", equalTo("Recibo telefónico, folio 88"));
        Caller.with(coordinator).get("/v1/participants/" + id).then().body("phone", equalTo("+525511112222"));
        assertEquals(
                List.of("{\"fields\": [\"phone\"]}"),
                Database.query(
                        "participants",
                        "SELECT details FROM audit_entry WHERE resource_id = ? AND action = 'changeParticipant'",
                        UUID.fromString(id)));
    }

    @Test
    void aRectificationOfAProtectedRecordNeedsAnAccessToIt() {
        String id = People.registered(coordinator, People.with(woman(), "protected", true));
        String request = Arco.granted(officer, Arco.request(id, "rectification"));
        Map<String, Object> effect = Map.of("changes", Map.of("phone", "5511112222"), "proofReference", "Recibo 88");
        Arco.step(officer, request, "effect", effect).statusCode(403).body("code", equalTo("protected-record"));
        People.opened(officer, id);
        Arco.step(officer, request, "effect", effect).statusCode(200);
    }

    @Test
    void anOppositionStopsTheUsesItNames() {
        String id = People.registered(coordinator, woman());
        Map<String, Object> told = Arco.request(id, "opposition");
        told.put("purposes", List.of("sensitive-data", "images"));
        String request = Arco.granted(officer, told);
        Arco.step(officer, request, "effect", Map.of("proofReference", "x"))
                .statusCode(422)
                .body("errors.pointer", contains("/proofReference"));
        Arco.step(officer, request, "effect", Map.of()).statusCode(200).body("status", equalTo("done"));
        Caller.with(coordinator)
                .get("/v1/participants/" + id)
                .then()
                .body("consents.'sensitive-data'", is(false))
                .body("consents.images", is(false))
                .body("migration", nullValue());
        JsonPath snapshot = JsonPath.from(told(id, 2).getLast().value());
        assertNull(snapshot.get("indigenous"));
        assertEquals(false, snapshot.get("consents.images"));
    }

    @Test
    void anOppositionIsHersUnderTheRecordThatSheSpokeOf() {
        List<String> hers = merged();
        Map<String, Object> told = Arco.request(hers.getLast(), "opposition");
        told.put("purposes", List.of("images"));
        Arco.step(officer, Arco.granted(officer, told), "effect", Map.of()).statusCode(200);
        Caller.with(coordinator)
                .get("/v1/participants/" + hers.getFirst())
                .then()
                .body("consents.images", is(false));
        Caller.with(coordinator)
                .get("/v1/participants/" + hers.getFirst() + "/consents")
                .then()
                .body("items.participant.last()", equalTo(hers.getLast()));
    }

    private String cancelled(String id) {
        String request = Arco.granted(officer, Arco.request(id, "cancellation"));
        Arco.step(officer, request, "effect", Map.of())
                .statusCode(200)
                .body("status", equalTo("blocked"))
                .body(
                        "blockedUntil",
                        equalTo(LocalDate.now(java.time.ZoneId.of("America/Mexico_City"))
                                .plusYears(3)
                                .toString()));
        return request;
    }

    @Test
    void aCancellationBlocksHerDataForEverybody() {
        Map<String, Object> woman = woman();
        String id = People.registered(portal, woman);
        String application = Caller.post(portal)
                .body(Map.of(
                        "participantId",
                        id,
                        "cohort",
                        UUID.randomUUID(),
                        "reference",
                        People.reference("sisemh", "F-" + woman.get("birthDate"))))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        int before = told(id, 1).size();
        String access = Arco.granted(officer, Arco.request(id, "access"));
        cancelled(id);

        String path = "/v1/participants/" + id;
        String reference = "/v1/participants/by-reference/sisemh/F-" + woman.get("birthDate");
        for (String token : List.of(coordinator, portal, officer)) {
            for (String way : List.of(path, path + "/history", path + "/consents", reference)) {
                Caller.with(token).get(way).then().statusCode(404);
            }
            Caller.with(token).get("/v1/participants").then().body("items.id", not(hasItem(id)));
            for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                    Map.of("curp", woman.get("curp")),
                    Map.of("phone", woman.get("phone")),
                    Map.of("name", "Escamilla"),
                    Map.of("reference", People.reference("sisemh", "F-" + woman.get("birthDate"))))) {
                Caller.post(token)
                        .body(wanted)
                        .post("/v1/participants/search")
                        .then()
                        .statusCode(200)
                        .body("items", empty());
            }
        }
        Caller.with(officer).get(access + "/export").then().statusCode(409).body("code", equalTo("wrong-status"));
        Caller.with(portal).get("/v1/applications/" + application).then().body("participant", nullValue());
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("student", true))
                .patch(path)
                .then()
                .statusCode(404);
        Caller.post(coordinator)
                .body(People.consent("images", true))
                .post(path + "/consents")
                .then()
                .statusCode(404);
        Caller.post(officer)
                .body(Arco.request(id, "access"))
                .post("/v1/arco-requests")
                .then()
                .statusCode(404);
        // a portal that goes on sending her does not bring her back, neither by reference nor by CURP
        Map<String, Object> again = People.with(People.woman(), "birthDate", woman.get("birthDate"));
        Caller.put(portal, "*")
                .body(again)
                .put(reference)
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-taken"));
        again.put("birthState", "14");
        again.put("curp", woman.get("curp"));
        Caller.put(portal, "*")
                .body(again)
                .put(reference + "-other")
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate-curp"))
                .header("Location", nullValue());
        // and what she did goes on to be counted, also where other services are told again how she stands
        assertEquals(before, told(id, before).size());
        Map<String, Object> position = Map.of("tenant", tenant, "aggregate", id, "epoch", 1, "sequence", before + 5);
        Caller.post(Tokens.of("tenants:admin", UUID.randomUUID()))
                .body(Map.of("items", List.of(position)))
                .post("/internal/positions/compare?topic=trayecto.participants.v1&repair=true")
                .then()
                .statusCode(200)
                .body("repaired", equalTo(1));
        assertEquals(
                "secondary",
                JsonPath.from(told(id, before + 1).getLast().value()).getString("schooling"));
    }

    @Test
    void blockedDataAreSuppressedOnceTheirTimeIsOver() throws SQLException {
        Map<String, Object> woman = woman();
        String id = People.registered(coordinator, woman);
        String request = cancelled(id);
        String until = Caller.with(officer).get(request).then().extract().path("blockedUntil");

        MovableClock.set(until);
        watch.look();
        Caller.with(officer)
                .get(request)
                .then()
                .body("status", equalTo("blocked"))
                .body("proofReference", notNullValue());
        MovableClock.set(LocalDate.parse(until).plusDays(1).toString());
        watch.look();
        Caller.with(officer)
                .get(request)
                .then()
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("steps.step", contains("filed", "granted", "blocked", "suppressed"))
                .body("proofReference", nullValue()); // her key is gone
        watch.look(); // again, and nothing more happens
        ConsumerRecord<String, String> last = told(id, 2).getLast();
        assertNull(last.value());
        assertEquals("mx.trayecto.participant.suppressed.v1", Broker.header(last, "ce_type"));
        assertEquals(
                List.of("t"),
                Database.query(
                        "keys", "SELECT wrapped IS NULL FROM data_key WHERE subject_id = ?", UUID.fromString(id)));
        assertEquals(
                List.of("0"),
                Database.query(
                        "participants",
                        "SELECT (SELECT count(*) FROM search_token WHERE participant_id = ?)"
                                + " + (SELECT count(*) FROM external_reference WHERE participant_id = ?)",
                        UUID.fromString(id),
                        UUID.fromString(id)));
        assertEquals(
                List.of("{}"),
                Database.query(
                        "participants", "SELECT consents::text FROM participant WHERE id = ?", UUID.fromString(id)));
        String row = Database.query(
                        "participants", "SELECT p::text FROM participant p WHERE id = ?", UUID.fromString(id))
                .getFirst();
        for (String gone : List.of("FEMALE", "14039", "SECONDARY", "nah", "\\x01")) {
            assertFalse(row.contains(gone), gone + " in " + row);
        }
        assertEquals(
                List.of("1"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'suppressArcoRequest'",
                        tenant));
        // she may come again, as somebody new
        assertTrue(!People.registered(coordinator, woman).equals(id));
    }

    /** Two records of hers, the second taken over by the first. */
    private List<String> merged() {
        String kept = People.registered(coordinator, woman());
        Map<String, Object> told = People.woman("givenName", "Xóchitl");
        told.put("phone", "3387654321");
        told.put("references", List.of(People.reference("sisemh", "X-2")));
        String other = People.registered(coordinator, told);
        merge(coordinator, kept, other).statusCode(201);
        return List.of(kept, other);
    }

    private static ValidatableResponse merge(String token, String survivor, String record) {
        return Caller.post(token)
                .body(Map.of("record", record, "reason", "registered-twice"))
                .post("/v1/participants/" + survivor + "/merges")
                .then();
    }

    @Test
    void aCancellationBlocksEveryRecordThatWasMergedForHer() {
        List<String> hers = merged();
        String merge = Caller.with(coordinator)
                .get("/v1/participants/" + hers.getFirst() + "/merges")
                .jsonPath()
                .getString("items[0].id");
        cancelled(hers.getLast()); // asked for under the record that she knows
        for (String id : hers) {
            String path = "/v1/participants/" + id;
            Caller.with(coordinator).get(path).then().statusCode(404);
            Caller.post(coordinator)
                    .body(Map.of("reason", "different-persons"))
                    .post(path + "/merges/" + merge + "/reversal")
                    .then()
                    .statusCode(404);
        }
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/X-2")
                .then()
                .statusCode(404);
        Caller.with(coordinator).get("/v1/participants").then().body("items", empty());
        for (Map<String, Object> wanted :
                List.<Map<String, Object>>of(Map.of("phone", "3387654321"), Map.of("name", "Xochitl"))) {
            Caller.post(coordinator)
                    .body(wanted)
                    .post("/v1/participants/search")
                    .then()
                    .body("items", empty());
        }
    }

    private static ConsumerRecord<String, String> suppressed(String id) {
        return Eventually.get(
                () -> told(id, 1).getLast(),
                last -> "mx.trayecto.participant.suppressed.v1".equals(Broker.header(last, "ce_type")));
    }

    @Test
    void everyRecordOfHersIsSuppressed() throws SQLException {
        List<String> hers = merged();
        String request = cancelled(hers.getFirst());
        MovableClock.set(LocalDate.now().plusYears(4).toString());
        watch.look();
        Caller.with(officer).get(request).then().body("status", equalTo("done"));
        assertNull(suppressed(hers.getFirst()).value());
        JsonPath left = JsonPath.from(suppressed(hers.getLast()).value());
        assertEquals(Map.of("participant", hers.getLast(), "mergedInto", hers.getFirst()), left.getMap(""));
        for (String id : hers) {
            assertEquals(
                    List.of("t"),
                    Database.query(
                            "keys", "SELECT wrapped IS NULL FROM data_key WHERE subject_id = ?", UUID.fromString(id)));
            assertEquals(
                    List.of("0"),
                    Database.query(
                            "participants",
                            "SELECT octet_length(identity) FROM participant WHERE id = ?",
                            UUID.fromString(id)));
        }
        assertEquals( // the figures of before go on to count her once
                List.of(hers.getFirst()),
                Database.query(
                        "participants",
                        "SELECT merged_into FROM participant WHERE id = ?",
                        UUID.fromString(hers.getLast())));
    }

    @Test
    void aCancellationOfAProtectedRecordNeedsAnAccessToIt() {
        String hidden = People.registered(coordinator, People.with(woman(), "protected", true));
        String open = People.registered(coordinator, People.woman("givenName", "Xóchitl"));
        String opener = Tokens.of("participants:write participants:identity arco:write", tenant);
        People.opened(opener, hidden);
        merge(opener, open, hidden).statusCode(201);
        String request = Arco.granted(officer, Arco.request(hidden, "cancellation"));
        // or she who vanished along with her would be known to be her
        Arco.step(officer, request, "effect", Map.of()).statusCode(403).body("code", equalTo("protected-record"));
        Caller.with(officer).get("/v1/participants/" + hidden).then().statusCode(200);
        Arco.step(opener, request, "effect", Map.of()).statusCode(200).body("status", equalTo("blocked"));
        for (String id : List.of(hidden, open)) {
            Caller.with(officer).get("/v1/participants/" + id).then().statusCode(404);
        }
    }

    @Test
    void aCancellationClosesWhatCannotBeCarriedOutAnyMore() throws SQLException {
        List<String> hers = merged();
        String done = Arco.granted(officer, Arco.request(hers.getFirst(), "access"));
        Arco.step(officer, done, "effect", Map.of()).statusCode(200);
        String granted = Arco.granted(officer, Arco.request(hers.getFirst(), "access"));
        String received = Arco.filed(officer, Arco.request(hers.getLast(), "rectification"));
        String waiting = Arco.filed(officer, Arco.request(hers.getLast(), "access"));
        Arco.step(officer, waiting, "prevention", Map.of("note", "Falta acreditar la representación."))
                .statusCode(200);
        String anothers = Arco.filed(officer, People.registered(coordinator, woman()), "access");
        String cancellation = cancelled(hers.getFirst());

        for (String closed : List.of(granted, received, waiting)) {
            Caller.with(officer)
                    .get(closed)
                    .then()
                    .body("status", equalTo("refused"))
                    .body("dueOn", nullValue())
                    .body("answeredOn", notNullValue())
                    .body("steps.last().step", equalTo("refused"))
                    .body("steps.last().note", equalTo(Overtaken.WHY));
        }
        assertEquals(
                List.of("3"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'closeArcoRequest'",
                        tenant));
        Caller.with(officer).get(done).then().body("status", equalTo("done"));
        Caller.with(officer).get(cancellation).then().body("status", equalTo("blocked"));
        MovableClock.set(LocalDate.now().plusMonths(3).toString());
        Caller.with(officer)
                .get("/v1/arco-requests?overdue=true")
                .then()
                .body("items.id", contains(anothers.replaceFirst(".*/", "")));
    }

    @Test
    void isBlockedTodayAndForNoShorterTime() {
        String id = People.registered(coordinator, woman());
        String request = Arco.granted(officer, Arco.request(id, "cancellation"));
        Arco.step(officer, request, "effect", Map.of("on", "2020-01-01"))
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        Caller.with(coordinator).get("/v1/participants/" + id).then().statusCode(200);
    }
}
