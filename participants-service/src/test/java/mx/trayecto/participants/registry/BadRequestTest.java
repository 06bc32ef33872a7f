package mx.trayecto.participants.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests that are refused whatever they tell. */
@QuarkusTest
@TrayectoTest
class BadRequestTest extends Refusal {
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
