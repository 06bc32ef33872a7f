package mx.trayecto.participants.registry;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Whoever knows a woman by an open record learns from no merge which alias is hers. */
@QuarkusTest
@TrayectoTest
class ProtectedMergeTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer = Tokens.of("participants:read participants:write participants:identity", tenant);
    private String hidden;
    private String open;

    @BeforeEach
    void women() {
        Map<String, Object> told = People.woman("protected", true);
        told.put("references", List.of(People.reference("imm", "1")));
        hidden = People.registered(coordinator, told);
        Map<String, Object> other = People.woman("givenName", "Xóchitl");
        other.put("references", List.of(People.reference("sisemh", "2")));
        open = People.registered(coordinator, other);
    }

    private ValidatableResponse merge(String token, String survivor, String record) {
        return Caller.post(token)
                .body(Map.of("record", record, "reason", "name-changed"))
                .post("/v1/participants/" + survivor + "/merges")
                .then();
    }

    /** By who opened the hidden one. */
    private String merged(String survivor, String record) {
        People.opened(officer, hidden);
        return merge(officer, survivor, record).statusCode(201).extract().path("id");
    }

    private ValidatableResponse read(String token, String id) {
        return Caller.with(token).get("/v1/participants/" + id).then().statusCode(200);
    }

    @Test
    void isForThoseAloneWhoMaySeeProtectedRecords() {
        merge(coordinator, hidden, open).statusCode(403).body("code", equalTo("protected-record"));
        merge(coordinator, open, hidden).statusCode(403);
        merge(officer, hidden, open).statusCode(403);
        merge(officer, open, hidden).statusCode(403);
        String merge = merged(hidden, open);
        Caller.post(coordinator)
                .body(Map.of("reason", "different-persons"))
                .post("/v1/participants/" + hidden + "/merges/" + merge + "/reversal")
                .then()
                .statusCode(404);
    }

    @Test
    void protectsBothAndTellsNobodyElseThatTheyAreOne() {
        merged(hidden, open);
        read(officer, open).body("id", equalTo(hidden)).body("mergedInto", equalTo(hidden));

        String answer = read(coordinator, open)
                .body("id", equalTo(open))
                .body("protected", is(true))
                .body("$", not(hasKey("givenName")))
                .body("$", not(hasKey("mergedInto")))
                .extract()
                .asString();
        assertFalse(answer.contains(hidden));
        Caller.with(coordinator).get("/v1/participants").then().body("items.id", containsInAnyOrder(hidden, open));
        Caller.with(officer).get("/v1/participants").then().body("items.id", contains(hidden));
        for (String id : List.of(hidden, open)) {
            Caller.with(coordinator)
                    .get("/v1/participants/" + id + "/merges")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        Caller.post(coordinator)
                .body(Map.of("name", "Xochitl"))
                .post("/v1/participants/search")
                .then()
                .body("items", empty());
        String portal = Tokens.portal(tenant, "sisemh");
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/2")
                .then()
                .statusCode(200)
                .body("id", equalTo(open));
        Caller.with(portal).get("/v1/participants").then().body("items.id", contains(open));
        Caller.with(portal).get("/v1/participants/" + hidden).then().statusCode(404);
    }

    @Test
    void hearsWhatIsSaidUnderTheRecordThatOthersKnow() {
        merged(hidden, open);
        Caller.post(coordinator)
                .body(People.consent("contact", false))
                .post("/v1/participants/" + open + "/consents")
                .then()
                .statusCode(201)
                .header("Trayecto-Position", nullValue())
                .body("participant", equalTo(open));
        read(officer, hidden).body("consents.contact", is(false));
        Caller.with(coordinator)
                .get("/v1/participants/" + hidden + "/consents")
                .then()
                .body("items", empty());
        Caller.with(officer)
                .get("/v1/participants/" + hidden + "/consents")
                .then()
                .body("items.participant", contains(open));
    }

    /** That she applied under another of her records already would tell that it is hers. */
    @Test
    void takesAnApplicationUnderEachRecordAsAnothers() throws SQLException {
        merged(hidden, open);
        UUID cohort = UUID.randomUUID();
        for (String id : List.of(hidden, open)) {
            apply(coordinator, id, cohort).statusCode(201);
            apply(coordinator, id, cohort).statusCode(201); // nor is told of one under the same record
        }
        assertEquals(
                List.of("SUBMITTED", "REJECTED", "SUBMITTED", "REJECTED"),
                Database.query(
                        "participants", "SELECT status FROM application WHERE cohort_id = ? ORDER BY id", cohort));
        UUID another = UUID.randomUUID();
        String opener = Tokens.of("applications:write participants:identity", tenant);
        People.opened(opener, open);
        apply(opener, open, another).statusCode(201).body("participant", equalTo(hidden));
        apply(opener, hidden, another).statusCode(409).body("code", equalTo("already-applied"));
    }

    private ValidatableResponse apply(String token, String id, UUID cohort) {
        return Caller.post(token)
                .body(Map.of("participantId", id, "cohort", cohort))
                .post("/v1/applications")
                .then();
    }

    @Test
    void partsThemAsTheyWere() {
        String merge = merged(open, hidden);
        read(officer, open).body("protected", is(true));
        Caller.post(officer)
                .body(Map.of("reason", "different-persons"))
                .post("/v1/participants/" + open + "/merges/" + merge + "/reversal")
                .then()
                .statusCode(200);
        read(coordinator, open).body("protected", is(false)).body("givenName", equalTo("Xóchitl"));
        read(coordinator, hidden).body("protected", is(true)).body("$", not(hasKey("givenName")));
        Caller.post(coordinator)
                .body(Map.of("name", "Xochitl"))
                .post("/v1/participants/search")
                .then()
                .body("items.id", contains(open));
    }

    @Test
    void aWomanProtectedAfterwardsIsSoUnderEachRecord() {
        String second = People.registered(coordinator, People.woman("givenName", "Citlali"));
        merge(coordinator, open, second).statusCode(201);
        Caller.patch(officer, "\"v1\"")
                .body(Map.of("protected", true))
                .patch("/v1/participants/" + open)
                .then()
                .statusCode(200);
        for (String name : List.of("Xochitl", "Citlali")) {
            Caller.post(coordinator)
                    .body(Map.of("name", name))
                    .post("/v1/participants/search")
                    .then()
                    .body("items", empty());
        }
        read(coordinator, second).body("id", equalTo(second)).body("protected", is(true));
        People.opened(officer, open);
        Caller.patch(officer, read(officer, open).extract().header("ETag"))
                .body(Map.of("protected", false))
                .patch("/v1/participants/" + open)
                .then()
                .statusCode(200);
        Caller.post(coordinator)
                .body(Map.of("name", "Citlali"))
                .post("/v1/participants/search")
                .then()
                .body("items.id", hasItem(open));
    }
}
