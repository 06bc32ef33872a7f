package mx.trayecto.participants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.LogTap;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promise S3: who a protected person is, is shown to one officer, for a reason, for an hour, and under somebody's eyes. */
@QuarkusTest
@TrayectoTest
class BreakGlassTest {
    private static final String SCOPES = "participants:read participants:write participants:identity";

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer = Tokens.of(SCOPES, tenant);
    private final String auditor = Tokens.auditor(tenant);
    private String id;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void register() {
        id = People.registered(coordinator, People.with(People.everything(), "protected", true));
    }

    private static String named(UUID tenant, String subject) {
        return Tokens.sign(Tokens.claims(tenant, SCOPES).subject(subject));
    }

    private ValidatableResponse read(String token) {
        return Caller.with(token).get("/v1/participants/" + id).then().statusCode(200);
    }

    private void isShown(String token) {
        read(token).header("ETag", "\"v0-identity\"").body("givenName", equalTo("María Fernanda"));
    }

    private void isHidden(String token) {
        read(token).header("ETag", "\"v0-alias\"").body("$", not(hasKey("givenName")));
    }

    /** Moves an access into the past, as the database's clock would: nobody who serves requests has the right to. */
    private static void age(String access, String by) throws SQLException {
        Database.query(
                "participants",
                "UPDATE identity_access SET granted_at = granted_at - ?::interval, ends_at = ends_at - ?::interval"
                        + " WHERE id = ?",
                by,
                by,
                UUID.fromString(access));
    }

    @Test
    void showsWhoSheIsToWhoOpenedIt() {
        isHidden(officer);
        String access = People.opened(officer, id);
        read(officer)
                .header("ETag", "\"v0-identity\"")
                .body("protected", equalTo(true))
                .body("identityAccess", equalTo(access))
                .body("givenName", equalTo("María Fernanda"))
                .body("safeContact", notNullValue())
                .body("residence.municipality", equalTo("14039"))
                .body("residence.address", equalTo("Calle Morelos 123, Centro"));
        isHidden(coordinator);
        isHidden(named(tenant, "another-officer"));
        // the same person with a token that lacks the scope
        isHidden(Tokens.sign(Tokens.claims(tenant, "participants:read")
                .subject("person-" + UUID.nameUUIDFromBytes(SCOPES.getBytes()))));
    }

    @Test
    void opensOneRecordAndNoOther() {
        String other = People.registered(coordinator, People.with(People.woman(), "protected", true));
        People.opened(officer, id);
        Caller.with(officer)
                .get("/v1/participants/" + other)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("givenName")));
        Caller.with(officer)
                .get("/v1/participants")
                .then()
                .body("items.givenName", contains("María Fernanda", null))
                .body("items.id", contains(id, other));
    }

    @Test
    void isNotFoundUnderAnAccessEither() {
        People.opened(officer, id);
        Caller.post(officer)
                .body(Map.of("phone", "3312345678"))
                .post("/v1/participants/search")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void needsScopeAndReason() {
        String path = "/v1/participants/" + id + "/identity-access";
        Map<String, Object> told = Map.of("reason", "safety", "explanation", "Amenaza");
        Caller.post(coordinator).body(told).post(path).then().statusCode(403);
        Caller.post(officer)
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/reason", "/explanation"));
        Caller.post(officer)
                .body(Map.of("reason", "curiosity", "explanation", " ", "caseNumber", "x".repeat(61), "hours", 8))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/reason", "/explanation", "/caseNumber", "/hours"));
        Caller.post(Tokens.of(SCOPES, UUID.randomUUID()))
                .body(told)
                .post(path)
                .then()
                .statusCode(404);
        Caller.post(Tokens.of(SCOPES, tenant, UUID.randomUUID()))
                .body(told)
                .post(path)
                .then()
                .statusCode(404);
        String open = People.registered(coordinator, People.woman());
        Caller.post(officer)
                .body(told)
                .post("/v1/participants/" + open + "/identity-access")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-protected"));
        isHidden(officer);
    }

    @Test
    void endsAfterAnHourByTheDatabasesClock() throws SQLException {
        String access = People.opened(officer, id);
        age(access, "59 minutes");
        isShown(officer);
        age(access, "1 minute");
        isHidden(officer);
        Caller.patch(officer, "\"v0\"")
                .body(Map.of("protected", false))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(403);
        People.opened(officer, id);
        isShown(officer);
    }

    @Test
    void isNotLengthenedByTheServiceItself() throws SQLException {
        People.opened(officer, id);
        try (Connection runtime = Database.connect("participants", "runtime")) {
            for (String change : List.of(
                    "UPDATE identity_access SET ends_at = 'infinity'",
                    "INSERT INTO identity_access (tenant_id, id, ends_at) VALUES (NULL, NULL, 'infinity')",
                    "DELETE FROM identity_access")) {
                assertThrows(SQLException.class, () -> Database.query(runtime, change), change);
            }
        }
    }

    @Test
    void endsWhenItIsEnded() {
        String access = "/v1/identity-accesses/" + People.opened(officer, id);
        Caller.with(officer).delete(access).then().statusCode(428);
        Caller.with(officer).header("If-Match", "\"v9\"").delete(access).then().statusCode(412);
        Caller.with(auditor).header("If-Match", "\"v0\"").delete(access).then().statusCode(403);
        isShown(officer);
        Caller.with(named(tenant, "another-officer"))
                .header("If-Match", "\"v0\"")
                .delete(access)
                .then()
                .statusCode(204);
        isHidden(officer);
        Caller.with(auditor)
                .get(access)
                .then()
                .statusCode(200)
                .body("endedAt", notNullValue())
                .body("endedBy", equalTo("another-officer"));
    }

    @Test
    void isGrantedOnceForOneKey() throws SQLException {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Caller.post(officer, key)
                    .body(Map.of("reason", "procedure", "explanation", "Acta de nacimiento"))
                    .post("/v1/participants/" + id + "/identity-access")
                    .then()
                    .statusCode(201);
        }
        assertEquals(
                List.of("1"),
                Database.query("participants", "SELECT count(*) FROM identity_access WHERE tenant_id = ?", tenant));
    }

    @Test
    void raisesAnAlertWithoutSayingWhom() {
        double before = alerts();
        StringBuilder log = new StringBuilder();
        String access = LogTap.during(log, () -> People.opened(officer, id));
        assertEquals(before + 1, alerts());
        assertTrue(log.toString().contains(access), "the alert names the access");
        for (String secret : List.of(id, "Fernanda", "Escamilla", "domicilio")) {
            assertFalse(log.toString().contains(secret), secret);
        }
        Caller.with(auditor)
                .get("/v1/identity-accesses?reviewed=false")
                .then()
                .statusCode(200)
                .body("items.id", contains(access))
                .body("items.participant", contains(id))
                .body("items[0].reasonLabel.es", equalTo("Riesgo para su seguridad"))
                .body("items[0]", not(hasKey("explanation")));
    }

    private double alerts() {
        return meters.counter("trayecto.identity.accesses", "reason", "safety").count();
    }

    @Test
    void keepsItsReasonsSealed() throws SQLException {
        String access = "/v1/identity-accesses/"
                + Caller.post(officer)
                        .body(Map.of(
                                "reason",
                                "authority",
                                "explanation",
                                "Oficio del Ministerio Público",
                                "caseNumber",
                                "CI-FSPE-0417"))
                        .post("/v1/participants/" + id + "/identity-access")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Caller.with(auditor)
                .get(access)
                .then()
                .body("explanation", equalTo("Oficio del Ministerio Público"))
                .body("caseNumber", equalTo("CI-FSPE-0417"));
        String row = String.join("", Database.query("participants", "SELECT a::text FROM identity_access a"));
        for (String text : List.of("Oficio", "CI-FSPE")) {
            assertFalse(
                    row.contains(text) || row.contains(java.util.HexFormat.of().formatHex(text.getBytes())), text);
        }
        assertEquals(
                List.of("1"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE action = 'readIdentityAccess' AND tenant_id = ?",
                        tenant));
    }

    @Test
    void isReviewedOnceAndBySomebodyElse() {
        String access = "/v1/identity-accesses/" + People.opened(officer, id);
        Map<String, Object> review = Map.of("outcome", "justified", "note", "Con expediente.");
        Caller.post(officer)
                .body(review)
                .post(access + "/review")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-access"));
        Caller.post(coordinator).body(review).post(access + "/review").then().statusCode(403);
        Caller.post(auditor)
                .body(Map.of("outcome", "fine"))
                .post(access + "/review")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/outcome"));
        Caller.post(auditor)
                .body(review)
                .post(access + "/review")
                .then()
                .statusCode(200)
                .body("review.outcome", equalTo("justified"))
                .body("review.note", equalTo("Con expediente."));
        Caller.post(auditor)
                .body(review)
                .post(access + "/review")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-reviewed"));
        Caller.with(auditor).get("/v1/identity-accesses?reviewed=false").then().body("items", empty());
        Caller.with(auditor)
                .get("/v1/identity-accesses?reviewed=true&participant=" + id)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].review.note", nullValue());
        Caller.with(auditor)
                .get("/v1/identity-accesses?reviewed=perhaps&participant=x")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("reviewed", "participant"));
    }
}
