package mx.trayecto.participants.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@QuarkusTest
@TrayectoTest
class BadInputTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    /** Whatever was refused, nothing of it was kept. */
    @AfterEach
    void nothingWasStored() throws SQLException {
        for (String table : List.of("participant", "outbox", "consent", "external_reference", "search_token")) {
            assertEquals(
                    List.of("0"),
                    Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant),
                    table);
        }
    }

    static Stream<Arguments> badFields() {
        String tomorrow = LocalDate.now().plusDays(2).toString();
        return Stream.of(
                arguments("givenName", null, "/givenName"),
                arguments("givenName", "", "/givenName"),
                arguments("givenName", "   ", "/givenName"),
                arguments("givenName", "Ana\u0000", "/givenName"),
                arguments("givenName", "Ana\nMaría", "/givenName"),
                arguments("givenName", "Ana 😀", "/givenName"),
                arguments("givenName", "Ana1", "/givenName"),
                arguments("givenName", "A".repeat(81), "/givenName"),
                arguments("givenName", 7, "/givenName"),
                arguments("givenName", true, "/givenName"),
                arguments("givenName", List.of("Ana"), "/givenName"),
                arguments("firstSurname", "<script>", "/firstSurname"),
                arguments("secondSurname", "\u202Eabc", "/secondSurname"),
                arguments("birthDate", tomorrow, "/birthDate"),
                arguments("birthDate", "1890-01-01", "/birthDate"),
                arguments("birthDate", "1990-02-30", "/birthDate"),
                arguments("birthDate", "17/05/1990", "/birthDate"),
                arguments("birthDate", 19900517, "/birthDate"),
                arguments("birthDate", "+999999999-01-01", "/birthDate"),
                arguments("gender", "woman", "/gender"),
                arguments("gender", "FEMALE", "/gender"),
                arguments("gender", 0, "/gender"),
                arguments("birthState", "33", "/birthState"),
                arguments("birthState", "1", "/birthState"),
                arguments("curp", "SABC560626MDFLRN0", "/curp"),
                arguments("curp", "SABC560626MDFLRN0\u0000", "/curp"),
                arguments("civilStatus", "complicated", "/civilStatus"),
                arguments("residence", null, "/residence"),
                arguments("residence", Map.of(), "/residence/state"),
                arguments("residence", Map.of("state", "00"), "/residence/state"),
                arguments("residence", Map.of("state", 14), "/residence/state"),
                arguments("residence", Map.of("state", "14", "municipality", "15039"), "/residence/municipality"),
                arguments("residence", Map.of("state", "14", "municipality", "14000"), "/residence/municipality"),
                arguments("residence", Map.of("state", "14", "locality", "140390001"), "/residence/locality"),
                arguments("residence", Map.of("state", "14", "address", "x".repeat(301)), "/residence/address"),
                arguments("residence", Map.of("state", "14", "zip", "44100"), "/residence/zip"),
                arguments("phone", "12345", "/phone"),
                arguments("phone", "call me", "/phone"),
                arguments("phone", "1".repeat(16), "/phone"),
                arguments("email", "nobody", "/email"),
                arguments("email", "a@" + "b".repeat(260) + ".mx", "/email"),
                arguments("safeContact", "x".repeat(501), "/safeContact"),
                arguments("safeContact", "\u0007", "/safeContact"),
                arguments("languages", List.of("español"), "/languages/0"),
                arguments("languages", List.of("spa", "spa"), "/languages"),
                arguments("languages", Collections.nCopies(11, "spa"), "/languages"),
                arguments("languages", Arrays.asList("spa", null), "/languages/1"),
                arguments("selfIdentification", Map.of("indigenous", true), "/selfIdentification/indigenous"),
                arguments("disability", Map.of("seeing", 1), "/disability/hearing"),
                arguments("schooling", "phd", "/schooling"),
                arguments("student", "yes", "/student"),
                arguments("occupation", "x".repeat(121), "/occupation"),
                arguments("dependants", -1, "/dependants"),
                arguments("dependants", 31, "/dependants"),
                arguments("dependants", 1.5, "/dependants"),
                arguments("migration", "alien", "/migration"),
                arguments("barriers", List.of("childcare", "childcare"), "/barriers"),
                arguments("barriers", List.of("violence"), "/barriers/0"),
                arguments("householdId", "3312345678", "/householdId"),
                arguments("alias", "Fernanda", "/alias"),
                arguments("registeredOn", tomorrow, "/registeredOn"),
                arguments("registeredOn", "1980-01-01", "/registeredOn"),
                arguments("center", UUID.randomUUID().toString(), "/center"),
                arguments("center", "CREA", "/center"),
                arguments("effective", Map.of("correction", true), "/effective"),
                arguments(
                        "references",
                        List.of(Map.of("sourceSystem", "siseMH", "externalId", "1")),
                        "/references/0/sourceSystem"),
                arguments(
                        "references",
                        List.of(People.reference("sisemh", "SABC560626MDFLRN01")),
                        "/references/0/externalId"),
                arguments(
                        "references", List.of(People.reference("sisemh", "33-1234-5678")), "/references/0/externalId"),
                arguments(
                        "references",
                        List.of(People.reference("sisemh", "ana@example.org")),
                        "/references/0/externalId"),
                arguments(
                        "references",
                        List.of(People.reference("sisemh", "HEGG560427-AB1")),
                        "/references/0/externalId"),
                arguments("consents", List.of(Map.of("purpose", "sensitive-data")), "/consents/0/granted"),
                arguments(
                        "consents",
                        List.of(People.with(People.consent("contact", true), "purpose", "spam")),
                        "/consents/0/purpose"),
                arguments(
                        "consents",
                        List.of(People.with(People.consent("contact", true), "at", "2999-01-01T00:00:00Z")),
                        "/consents/0/at"),
                arguments(
                        "consents",
                        List.of(People.with(People.consent("sensitive-data", true), "channel", "phone")),
                        "/consents/0/channel"),
                arguments("nickname", "Fer", "/nickname"),
                arguments("id", UUID.randomUUID().toString(), "/id"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void refusesABadFieldAndNamesIt(String field, Object value, String pointer) {
        String answer = People.register(registrar, People.woman(field, value))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation"))
                .body("errors.pointer", hasItem(pointer))
                .extract()
                .asString();
        if (value instanceof String text && text.strip().length() > 3) {
            assertEquals(-1, answer.indexOf(text), "the submitted value is told back");
        }
    }

    @Test
    void tellsAllErrorsAtOnce() {
        Map<String, Object> told = People.woman("givenName", "Ana 😀");
        told.put("gender", "unknown");
        told.put("phone", "1");
        told.put("nickname", "x");
        People.register(registrar, told)
                .statusCode(422)
                .body("errors.pointer", hasItems("/givenName", "/gender", "/phone", "/nickname"));
    }

    @ParameterizedTest
    @CsvSource({
        "BACA890909MJCRMS05, curp-word",
        "PEGL891313MJCRMS06, curp-date",
        "PEGL890909MQQRMS02, curp-state",
        "PEGL890909MJCRMS09, curp-check-digit",
        "TOMA880125HMNRRNO2, curp-homoclave"
    })
    void refusesACurpThatBreaksItsOwnRules(String curp, String code) {
        People.register(registrar, People.woman("curp", curp))
                .statusCode(422)
                .body("errors.code", hasItem(code))
                .body("errors.pointer", everyItem(equalTo("/curp")));
    }

    @Test
    void refusesACurpThatIsAnotherPersons() {
        Map<String, Object> told = People.womanWithCurp();
        told.put("birthDate", "1990-05-17");
        told.put("gender", "male");
        told.put("birthState", "NE");
        People.register(registrar, told)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/birthDate", "/gender", "/birthState"))
                .body("errors.code", everyItem(startsWith("curp-other-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "{\"givenName\": \"Ana\",}", "{\"givenName\":\"A\",\"givenName\":\"B\"}", "\u0000"})
    void refusesWhatIsNoJson(String body) {
        Caller.post(registrar)
                .body(body)
                .post("/v1/participants")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"Ana\"", "{} {}", "{\"dependants\": 9999999999}"})
    void refusesJsonThatIsNoRegistration(String body) {
        Caller.post(registrar)
                .body(body)
                .post("/v1/participants")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                .contentType("application/problem+json");
    }

    @Test
    void refusesAnotherContentType() {
        Caller.with(registrar)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.TEXT)
                .body("Ana")
                .post("/v1/participants")
                .then()
                .statusCode(415);
    }

    @Test
    void refusesABodyOfTenMegabytesAtItsHeader() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /v1/participants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Idempotency-Key: 0123456789\r\nAuthorization: Bearer " + registrar
                                    + "\r\nContent-Length: 10000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertTrue(answer.readLine().startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void refusesAPostWithoutAKey() {
        Caller.with(registrar)
                .contentType(ContentType.JSON)
                .body(People.woman())
                .post("/v1/participants")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void refusesWhoHasNoToken() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(People.woman())
                .post("/v1/participants")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void refusesAnExpiredTokenOneOfAnotherIssuerAndOneWithoutTenant() {
        String scopes = "participants:write participants:read";
        List<String> tokens = List.of(
                Tokens.sign(Tokens.claims(tenant, scopes).expiresAt(System.currentTimeMillis() / 1000 - 3600)),
                Tokens.sign(Tokens.claims(tenant, scopes).issuer("https://elsewhere.example")),
                Tokens.sign(Tokens.claims(tenant, scopes).audience("another")));
        for (String token : tokens) {
            People.register(token, People.woman()).statusCode(401);
        }
        People.register(Tokens.sign(Tokens.claims(null, scopes)), People.woman())
                .statusCode(403)
                .body("code", equalTo("tenant-missing"));
    }

    @Test
    void refusesATokenWithoutTheScope() {
        People.register(Tokens.facilitator(tenant), People.woman()).statusCode(403);
        Caller.with(Tokens.analyst(tenant)).get("/v1/participants").then().statusCode(403);
        Caller.with(Tokens.analyst(tenant))
                .get("/v1/participants/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "state=99, state",
        "municipality=1, municipality",
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit"
    })
    void refusesABadFilter(String query, String parameter) {
        Caller.with(registrar)
                .get("/v1/participants?" + query)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(parameter));
    }

    @Test
    void refusesAForeignCursorAndAnIdThatIsNone() {
        Caller.with(registrar).get("/v1/participants?cursor=abc").then().statusCode(400);
        Caller.with(registrar).get("/v1/participants/7").then().statusCode(404);
    }

    @Test
    void answersInEnglishWhereAsked() {
        Caller.post(registrar)
                .header("Accept-Language", "en")
                .body(People.woman("givenName", null))
                .post("/v1/participants")
                .then()
                .statusCode(422)
                .body("title", containsString("errors"))
                .body("title", not(containsString("errores")));
    }
}
