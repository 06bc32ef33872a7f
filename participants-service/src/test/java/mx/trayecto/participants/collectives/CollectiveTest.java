package mx.trayecto.participants.collectives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.participants.Elsewhere;
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
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@TrayectoTest
class CollectiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    private static Map<String, Object> weavers() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", "Tejedoras del Istmo");
        told.put("kind", "cooperative");
        told.put("sector", "textiles");
        told.put("municipality", "20043");
        told.put("legalForm", "cooperative-society");
        told.put("trademark", Map.of("status", "filed", "name", "Guie' chachi", "on", "2024-05-02"));
        told.put("formedOn", "2019-03-08");
        return told;
    }

    private static Response register(String token, Map<String, Object> told) {
        return Caller.post(token).header("Accept-Language", "en").body(told).post("/v1/collectives");
    }

    private String registered() {
        return "/v1/collectives/"
                + register(coordinator, weavers())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private ValidatableResponse join(String token, String collective, String participant, String role, String on) {
        return Caller.post(token)
                .body(Map.of("participant", participant, "role", role, "joinedOn", on))
                .post(collective + "/members")
                .then();
    }

    private String joined(String collective, String participant) {
        return join(coordinator, collective, participant, "member", "2024-06-03")
                .statusCode(201)
                .extract()
                .header("Location");
    }

    @Test
    void isRegisteredReadListedAndChanged() {
        Response made = register(coordinator, weavers());
        made.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("name", equalTo("Tejedoras del Istmo"))
                .body("trademark.status", equalTo("filed"));
        String path = made.header("Location");
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"trademark\":{\"status\":\"registered\",\"number\":\"2467810\",\"on\":\"2025-02-11\"},"
                        + "\"legalForm\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("trademark.number", equalTo("2467810"))
                .body("trademark.name", equalTo("Guie' chachi"))
                .body("legalForm", nullValue());
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"name\":\"Otra\"}")
                .patch(path)
                .then()
                .statusCode(412);
        for (String filter : List.of("", "?state=20", "?municipality=20043", "?sector=textiles")) {
            Caller.with(coordinator)
                    .get("/v1/collectives" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.name", contains("Tejedoras del Istmo"));
        }
        Caller.with(coordinator).get("/v1/collectives?state=14").then().body("items", equalTo(List.of()));
        Caller.with(coordinator)
                .get("/v1/collectives?state=99&municipality=x&sector=magic")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("state", "municipality", "sector"));
        Caller.with(Tokens.coordinator(UUID.randomUUID())).get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | null | /name",
                "name | \"=2+2\\u0007\" | /name",
                "kind | \"company\" | /kind",
                "sector | \"magic\" | /sector",
                "municipality | \"20000\" | /municipality",
                "municipality | 20043 | /municipality",
                "legalForm | \"sa\" | /legalForm",
                "formedOn | \"2999-01-01\" | /formedOn",
                "formedOn | \"1850-01-01\" | /formedOn",
                "dissolvedOn | \"2018-01-01\" | /dissolvedOn",
                "trademark | {\"status\":\"registered\"} | /trademark/number",
                "trademark | {\"status\":\"filed\",\"on\":\"2999-01-01\"} | /trademark/on",
                "trademark | {\"status\":\"filed\",\"number\":\"a b\"} | /trademark/number",
                "trademark | {} | /trademark/status",
                "center | \"00000000-0000-0000-0000-000000000009\" | /center",
                "members | 1 | /members"
            })
    void refusesWhatCannotBe(String field, String value, String pointer) {
        Map<String, Object> told = weavers();
        told.put(field, JsonPath.from("{\"v\":" + value + "}").get("v"));
        register(coordinator, told).then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void isMadeOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        String first = Caller.post(coordinator, key)
                .body(weavers())
                .post("/v1/collectives")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Caller.post(coordinator, key)
                .body(weavers())
                .post("/v1/collectives")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        Caller.with(coordinator).get("/v1/collectives").then().body("items.id", contains(first));
    }

    @Test
    void hasMembersWithRolesAndDates() {
        String path = registered();
        String woman = People.registered(coordinator, People.woman());
        String member = join(coordinator, path, woman, "treasurer", "2024-06-03")
                .statusCode(201)
                .body("participant", equalTo(woman))
                .extract()
                .header("Location");
        join(coordinator, path, woman, "president", "2024-08-01")
                .statusCode(409)
                .body("code", equalTo("already-member"));
        Caller.post(coordinator)
                .body(Map.of("on", "2024-09-30"))
                .post(member + "/departure")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("leftOn", equalTo("2024-09-30"));
        Caller.post(coordinator)
                .body("{}")
                .post(member + "/departure")
                .then()
                .statusCode(409)
                .body("code", equalTo("membership-ended"));
        join(coordinator, path, woman, "president", "2024-09-29").statusCode(409);
        join(coordinator, path, woman, "president", "2024-09-30").statusCode(201);
        Caller.with(coordinator)
                .get(path + "/members")
                .then()
                .statusCode(200)
                .body("items.role", contains("treasurer", "president"));
        Caller.patch(coordinator, "\"v1\"")
                .body(Map.of("role", "secretary", "leftOn", "2024-10-15"))
                .patch(member)
                .then()
                .statusCode(409);
        Caller.patch(coordinator, "\"v1\"")
                .body(Map.of("role", "secretary"))
                .patch(member)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("role", equalTo("secretary"));
        Caller.with(coordinator).get(member).then().body("role", equalTo("secretary"));
    }

    @Test
    void takesNobodyBeforeItWasFormedOrAfterItWasDissolvedOrTwice() {
        String path = registered();
        String woman = People.registered(coordinator, People.woman());
        join(coordinator, path, woman, "member", "2019-03-07")
                .statusCode(422)
                .body("errors.pointer", contains("/joinedOn"));
        join(coordinator, path, woman, "member", "2999-01-01").statusCode(422);
        join(coordinator, path, UUID.randomUUID().toString(), "member", "2024-06-03")
                .statusCode(422)
                .body("errors.code", contains("unknown-participant"));
        String member = joined(path, woman);
        Caller.post(coordinator)
                .body(Map.of("on", "2024-06-02"))
                .post(member + "/departure")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("dissolvedOn", "2024-12-31"))
                .patch(path)
                .then()
                .statusCode(200);
        join(coordinator, path, People.registered(coordinator, People.woman()), "member", "2025-01-01")
                .statusCode(409)
                .body("code", equalTo("collective-dissolved"));
    }

    @Test
    void tellsWhatHappensInCodesAndNeverAName() throws IOException {
        String path = registered();
        String id = path.substring(path.lastIndexOf('/') + 1);
        String woman = People.registered(coordinator, People.woman());
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"trademark\":{\"status\":\"registered\",\"number\":\"2467810\"}}")
                .patch(path)
                .then()
                .statusCode(200);
        String member = join(coordinator, path, woman, "treasurer", "2024-06-03")
                .statusCode(201)
                .extract()
                .header("Location");
        Caller.post(coordinator)
                .body(Map.of("on", "2024-09-30"))
                .post(member + "/departure")
                .then()
                .statusCode(200);
        List<ConsumerRecord<String, String>> told = Eventually.get(
                () -> Broker.read(
                        "trayecto.collectives.v1", record -> record.key().equals(id)),
                found -> found.size() >= 4);
        Iterator<String> types =
                List.of("registered", "changed", "member-joined", "member-left").iterator();
        for (ConsumerRecord<String, String> record : told) {
            String type = "mx.trayecto.collective." + types.next() + ".v1";
            assertEquals(type, Broker.header(record, "ce_type"));
            ObjectNode golden = (ObjectNode) JSON.readTree(Files.readString(Path.of("events", type + ".json")));
            golden.put("collective", id);
            if (golden.has("member")) {
                golden.put("member", member.substring(member.lastIndexOf('/') + 1));
                golden.put("participant", woman);
            }
            JsonNode published = JSON.readTree(record.value());
            if (golden.has("registeredOn")) {
                golden.set("registeredOn", published.path("registeredOn"));
            }
            assertEquals(golden.toPrettyString(), published.toPrettyString());
            assertFalse(record.value().contains("Tejedoras"));
        }
    }

    /** With everybody else known, an alias in the list, a count or a changed version would say who she is. */
    @Test
    void aProtectedMemberIsThereForThoseAloneWhoOpenedHer() throws SQLException {
        String officer = Tokens.of("participants:identity participants:write participants:read", tenant);
        String path = registered();
        String known = People.registered(coordinator, People.woman());
        String hidden = People.registered(coordinator, People.woman("protected", true));
        joined(path, known);
        join(coordinator, path, hidden, "member", "2024-06-03")
                .statusCode(403)
                .body("code", equalTo("protected-record"));
        String before = Caller.with(coordinator).get(path).asString();
        String listed = Caller.with(coordinator).get(path + "/members").asString();

        People.opened(officer, hidden);
        String member = join(officer, path, hidden, "president", "2024-06-03")
                .statusCode(201)
                .extract()
                .header("Location");
        Caller.with(officer).get(path + "/members").then().body("items.participant", contains(known, hidden));
        assertEquals(before, Caller.with(coordinator).get(path).asString());
        assertEquals(listed, Caller.with(coordinator).get(path + "/members").asString());
        Caller.with(coordinator)
                .get(path + "/members?limit=1")
                .then()
                .body("items.participant", contains(known))
                .body("nextCursor", nullValue());
        Caller.with(coordinator).get(member).then().statusCode(404);
        Caller.post(coordinator).body("{}").post(member + "/departure").then().statusCode(404);
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"role\":\"member\"}")
                .patch(member)
                .then()
                .statusCode(404);
        assertEquals(
                List.of("1"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'listCollectiveMembers'"
                                + " AND resource_id = ? AND details ->> 'identityAccess' IS NOT NULL",
                        tenant,
                        UUID.fromString(hidden)));
    }

    @Test
    void whoIsProtectedLaterIsNoLongerShown() {
        String path = registered();
        String woman = People.registered(coordinator, People.woman());
        String member = joined(path, woman);
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"protected\":true}")
                .patch("/v1/participants/" + woman)
                .then()
                .statusCode(200);
        Caller.with(coordinator).get(path + "/members").then().body("items", equalTo(List.of()));
        Caller.with(coordinator).get(member).then().statusCode(404);
    }

    @Test
    void isSeenByTheCentreThatAccompaniesItAndThePortalThatRegisteredIt() {
        UUID here = Elsewhere.center(tenant);
        UUID there = Elsewhere.center(tenant);
        Map<String, Object> told = weavers();
        told.put("center", here);
        String path = "/v1/collectives/"
                + register(coordinator, told).then().statusCode(201).extract().path("id");
        String served = People.registered(coordinator, People.woman("center", here));
        String elsewhere = People.registered(coordinator, People.woman("center", there));
        joined(path, served);
        joined(path, elsewhere);
        String staff = Tokens.registrar(tenant, here);
        Caller.with(staff).get(path).then().statusCode(200);
        Caller.with(staff).get(path + "/members").then().body("items.participant", contains(served));
        Caller.with(Tokens.registrar(tenant, there)).get(path).then().statusCode(404);
        Caller.with(Tokens.registrar(tenant, there))
                .get(path + "/members")
                .then()
                .statusCode(404);
        join(staff, path, elsewhere, "member", "2025-01-01").statusCode(422);
        register(staff, weavers()).then().statusCode(201).body("center", equalTo(here.toString()));
        register(Tokens.registrar(tenant, there), told)
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-yours"));

        String portal = Tokens.portal(tenant, "jalisco");
        String own =
                register(portal, weavers()).then().statusCode(201).extract().path("id");
        Caller.with(portal).get("/v1/collectives").then().body("items.id", contains(own));
        Caller.with(Tokens.portal(tenant, "oaxaca"))
                .get("/v1/collectives")
                .then()
                .body("items", equalTo(List.of()));
        Caller.with(coordinator).get("/v1/collectives").then().body("items.id", hasItem(own));
    }

    @Test
    void rowSecurityAloneKeepsTenantsApart() throws SQLException {
        String path = registered();
        joined(path, People.registered(coordinator, People.woman()));
        for (String table : List.of("collective", "collective_member")) {
            assertEquals(List.of("1"), Database.queryAs(tenant, "participants", "SELECT count(*) FROM " + table));
            assertEquals(
                    List.of("0"), Database.queryAs(UUID.randomUUID(), "participants", "SELECT count(*) FROM " + table));
        }
    }

    @Test
    void forgetsAWomanWhoseDataAreSuppressed() throws SQLException {
        String path = registered();
        String woman = People.registered(coordinator, People.woman());
        joined(path, woman);
        // as the cancellation of her data ends; what it takes to get there is tested with it
        Database.query(
                "participants", "UPDATE participant SET blocked_on = now() WHERE id = ?", UUID.fromString(woman));
        Caller.with(coordinator).get(path + "/members").then().body("items.participant", not(hasItem(woman)));
        Database.query(
                "participants", "UPDATE participant SET suppressed_on = now() WHERE id = ?", UUID.fromString(woman));
        assertEquals(
                List.of("0"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM collective_member WHERE participant_id = ?",
                        UUID.fromString(woman)));
    }
}
