package mx.trayecto.participants.notices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A consent names what she was told, and what she was told stays as it was. */
@QuarkusTest
@TrayectoTest
class NoticeTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String registrar = Tokens.registrar(tenant);

    private static Map<String, Object> text(String purpose) {
        return Map.of(
                "purpose",
                purpose,
                "es",
                "Usaremos su imagen\nsolo en materiales del programa.",
                "en",
                "We shall use your image in the programme's materials only.",
                "otherLanguages",
                List.of(Map.of("language", "nah", "text", "Tictequitiltizqueh moixiptla.")));
    }

    private static Map<String, Object> notice(String version, String validFrom, String... purposes) {
        return Map.of(
                "noticeVersion",
                version,
                "validFrom",
                validFrom,
                "purposes",
                List.of(purposes).stream().map(NoticeTest::text).toList());
    }

    private ValidatableResponse publish(Map<String, Object> notice) {
        return Caller.post(coordinator).body(notice).post("/v1/notices").then();
    }

    private ValidatableResponse say(String id, Map<String, Object> consent) {
        return Caller.post(registrar)
                .body(consent)
                .post("/v1/participants/" + id + "/consents")
                .then();
    }

    private static Map<String, Object> consent(String purpose, String version) {
        return People.with(People.consent(purpose, true), "noticeVersion", version);
    }

    @Test
    void isReadAsItWasPublished() {
        String location = publish(notice("2025-03", "2025-03-21", "images", "contact"))
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .extract()
                .header("Location");
        Caller.with(registrar)
                .get(location)
                .then()
                .statusCode(200)
                .body("noticeVersion", equalTo("2025-03"))
                .body("validFrom", equalTo("2025-03-21"))
                .body("purposes.purpose", contains("images", "contact"))
                .body("purposes[0].es", equalTo("Usaremos su imagen\nsolo en materiales del programa."))
                .body("purposes[0].otherLanguages.language", contains("nah"));
        Caller.with(Tokens.of("tenants:admin", tenant))
                .get("/v1/notices?noticeVersion=2025-03")
                .then()
                .body("items.size()", is(1));
        Caller.with(registrar)
                .get("/v1/notices?noticeVersion=2026-01")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void isNeverChanged() throws SQLException {
        String location = publish(notice("2025-03", "2025-03-21", "images"))
                .statusCode(201)
                .extract()
                .header("Location");
        publish(notice("2025-03", "2025-03-22", "images"))
                .statusCode(409)
                .body("code", equalTo("notice-published"))
                .header("Location", endsWith(location));
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            Caller.with(coordinator)
                    .header("If-Match", "\"v0\"")
                    .request(method, location)
                    .then()
                    .statusCode(405);
        }
        try (Connection runtime = Database.connect("participants", "runtime")) {
            for (String change : List.of("UPDATE notice SET valid_from = '2030-01-01'", "DELETE FROM notice")) {
                assertThrows(SQLException.class, () -> Database.query(runtime, change), change);
            }
        }
    }

    @Test
    void isPublishedForTheWholeTenantOnly() {
        Map<String, Object> notice = notice("2025-03", "2025-03-21", "images");
        for (String token : List.of(
                Tokens.coordinator(tenant, UUID.randomUUID()),
                Tokens.sign(Tokens.claims(tenant, "programs:write").claim("source_system", "imm")),
                registrar)) {
            Caller.post(token).body(notice).post("/v1/notices").then().statusCode(403);
        }
        Caller.with(coordinator).get("/v1/notices").then().body("items", empty());
    }

    @Test
    void refusesWhatIsMissingOrRepeatedAllAtOnce() {
        publish(Map.of("noticeVersion", "not a version", "purposes", List.of(Map.of("purpose", "images", "es", " "))))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/noticeVersion", "/validFrom", "/purposes/0/es"));
        Map<String, Object> twice = Map.of(
                "purpose",
                "images",
                "es",
                "Texto",
                "otherLanguages",
                List.of(Map.of("language", "spa", "text", "x"), Map.of("language", "nah", "text", "x")));
        publish(Map.of("noticeVersion", "1", "validFrom", "1989-12-31", "purposes", List.of(twice, twice)))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/validFrom",
                                "/purposes/0/otherLanguages/0/language",
                                "/purposes/1/otherLanguages/0/language",
                                "/purposes/1/purpose"));
        publish(Map.of("noticeVersion", "1", "validFrom", "2025-01-01", "purposes", List.of()))
                .statusCode(422)
                .body("errors.pointer", contains("/purposes"));
    }

    @Test
    void isWhatAConsentNamesOnceOneIsPublished() {
        String id = People.registered(registrar, People.woman());
        say(id, consent("images", "anything")).statusCode(201);
        publish(notice("2025-03", "2025-03-21", "images")).statusCode(201);
        publish(notice("next-year", LocalDate.now().plusYears(1).toString(), "images"))
                .statusCode(201);

        say(id, consent("images", "2025-03")).statusCode(201);
        say(id, consent("images", "anything"))
                .statusCode(422)
                .body("errors.pointer", contains("/noticeVersion"))
                .body("errors.code", contains("unknown-notice"));
        say(id, consent("images", "next-year")).statusCode(422).body("errors.code", contains("notice-not-yet-valid"));
        say(id, People.with(consent("images", "2025-03"), "at", "2025-03-20T12:00:00Z"))
                .statusCode(422)
                .body("errors.code", contains("notice-not-yet-valid"));
        say(id, People.with(consent("images", "2025-03"), "at", "2025-03-21T12:00:00Z"))
                .statusCode(201);
        say(id, consent("contact", "2025-03")).statusCode(422).body("errors.code", contains("purpose-not-in-notice"));
        // another tenant's notices say nothing here, and a withdrawal is taken whatever it names
        say(id, People.with(consent("images", "anything"), "granted", false)).statusCode(201);
        String elsewhere = Tokens.registrar(UUID.randomUUID());
        String other = People.registered(elsewhere, People.woman());
        Caller.post(elsewhere)
                .body(consent("images", "anything"))
                .post("/v1/participants/" + other + "/consents")
                .then()
                .statusCode(201);
    }

    @Test
    void isNamedByTheConsentsOfRegistrationsChangesAndApplications() {
        String before = People.registered(coordinator, People.woman("consents", List.of(consent("images", "older"))));
        publish(notice("2025-03", "2025-03-21", "images")).statusCode(201);
        Map<String, Object> told =
                People.woman("consents", List.of(consent("images", "2025-03"), consent("contact", "unknown")));
        People.register(coordinator, told)
                .statusCode(422)
                .body("errors.pointer", contains("/consents/1/noticeVersion"));
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("consents", List.of(consent("contact", "unknown"))))
                .patch("/v1/participants/" + before)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/consents/0/noticeVersion"));
        Caller.post(coordinator)
                .body(Map.of(
                        "participant",
                        told,
                        "cohort",
                        UUID.randomUUID(),
                        "consents",
                        List.of(consent("sharing", "unknown"))))
                .post("/v1/applications")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/consents/0/noticeVersion"));
        // what she said before there were notices may be sent again
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("student", true, "consents", List.of(consent("images", "older"))))
                .patch("/v1/participants/" + before)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");
    }

    @Test
    void isSeenByItsTenantOnly() throws SQLException {
        String location = publish(notice("2025-03", "2025-03-21", "images"))
                .statusCode(201)
                .extract()
                .header("Location");
        Caller.with(Tokens.registrar(UUID.randomUUID())).get(location).then().statusCode(404);
        assertEquals(List.of("1"), Database.queryAs(tenant, "participants", "SELECT count(*) FROM notice"));
        assertEquals(List.of("0"), Database.queryAs(UUID.randomUUID(), "participants", "SELECT count(*) FROM notice"));
    }
}
