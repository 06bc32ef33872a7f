package mx.trayecto.platform;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@TrayectoTest
class RequestsTest {
    @Inject
    IdentityProviderManager identities;

    private final UUID tenant = UUID.randomUUID();

    private final String token = Tokens.of("notes:read notes:write", tenant);

    @Test
    void tellsAllErrorsAtOnceInTheCallersLanguage() {
        String body = "{\"titel\":\"x\",\"number\":10,\"lines\":[{\"text\":\"\"},{\"text\":[\"many\"]}]}";
        post(token)
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation"))
                .body("type", equalTo("/problems/validation"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("errors.pointer", hasItem("/titel"))
                .body("errors.pointer", hasItem("/number"))
                .body("errors.pointer", hasItem("/title"))
                .body("errors.pointer", hasItem("/lines/0/text"))
                .body("errors.findAll { it.pointer == '/lines/1/text' }.code", contains("type"))
                .body("errors.message.toString()", containsString("must be a text of 1 to 10 characters"))
                .body("title", equalTo("The request contains errors"));
        String spanish = post(token).body(body).post("/v1/notes").asString();
        assertTrue(spanish.contains("no es un campo conocido"), spanish);
        assertTrue(spanish.contains("debe ser un texto de 1 a 10 caracteres"), spanish);
        assertFalse(spanish.contains("many"), spanish);
    }

    /** Without a request to be verified for, only a token that is known can be taken. */
    @Test
    void verifiesATokenOnce() {
        with(token).get("/v1/notes").then().statusCode(200);
        TokenAuthenticationRequest again = new TokenAuthenticationRequest(new AccessTokenCredential(token));
        assertEquals(
                Set.of("notes:read", "notes:write"),
                identities.authenticate(again).await().indefinitely().getRoles());
        String forged = token.substring(0, token.lastIndexOf('.') + 1)
                + new StringBuilder(token.substring(token.lastIndexOf('.') + 1)).reverse();
        with(forged).get("/v1/notes").then().statusCode(401);
    }

    @Test
    void refusesBrokenBodies() {
        for (String body : List.of("{", "", "[]", "null", "{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":\"a\"} x")) {
            Response answer = post(token).body(body).post("/v1/notes");
            assertTrue(Set.of(400, 422).contains(answer.statusCode()), body + " → " + answer.statusCode());
            assertEquals("application/problem+json", answer.contentType().split(";")[0], body);
        }
        post(token)
                .body("{\"title\":\"a\",\"number\":99999999999999999999}")
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/number"));
        for (String title : List.of("\\u0000", "a\\u0007", "😀", " ", "x".repeat(41))) {
            post(token)
                    .body("{\"title\":\"" + title + "\"}")
                    .post("/v1/notes")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/title"));
        }
        with(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/plain")
                .body("x")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void stopsReadingABodyThatIsAllFaults() {
        String lines = "{\"text\":[]},".repeat(50_000);
        long start = System.nanoTime();
        post(token)
                .body("{\"title\":\"a\",\"lines\":[" + lines + "{}]}")
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .body("errors.size()", equalTo(100));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
    }

    @Test
    void refusesParametersThatTheOperationDoesNotHave() {
        with(token)
                .header("Accept-Language", "en")
                .queryParam("Limit", 1)
                .queryParam("limit", 1, 2)
                .queryParam("SABC560626MDFLRN01", "x")
                .get("/v1/notes")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation"))
                .body("errors.find { it.pointer == 'Limit' }.code", equalTo("unknown-parameter"))
                .body("errors.find { it.pointer == 'Limit' }.message", containsString("not a parameter"))
                .body("errors.find { it.pointer == 'limit' }.code", equalTo("repeated-parameter"))
                .body("errors.pointer", hasItem("?"))
                .body(not(containsString("SABC560626MDFLRN01")));
        post(token)
                .body("{\"title\":\"a\"}")
                .post("/v1/notes?dryrun=true")
                .then()
                .statusCode(422);
        for (String empty : new String[] {"?limit=", "?limit", "?cursor="}) {
            with(token)
                    .get("/v1/notes" + empty)
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("empty-parameter"));
        }
        with(token).get("/v1/notes?limit=1").then().statusCode(200);
    }

    @Test
    void tellsOfARequestWithoutItsPath() {
        with(token)
                .get("/v1/notes/SABC560626MDFLRN01")
                .then()
                .statusCode(404)
                .body("instance", matchesPattern("urn:trayecto:request:[0-9a-f]{32}"))
                .body(not(containsString("SABC560626MDFLRN01")));
    }

    @Test
    void refusesTokensThatAreNotForUs() {
        String scopes = "notes:read notes:write";
        RestAssured.given().get("/v1/notes").then().statusCode(401).body("code", equalTo("unauthenticated"));
        for (String bad : List.of(
                Tokens.sign(Tokens.claims(tenant, scopes).issuer("https://elsewhere")),
                Tokens.sign(Tokens.claims(tenant, scopes).audience("other")),
                Tokens.sign(Tokens.claims(tenant, scopes).expiresIn(Duration.ofMinutes(-5))),
                token.substring(0, token.length() - 8) + "AAAAAAAA",
                "nonsense")) {
            with(bad).get("/v1/notes").then().statusCode(401).body("code", equalTo("unauthenticated"));
        }
        with(Tokens.of(scopes, null)).get("/v1/notes").then().statusCode(403).body("code", equalTo("tenant-missing"));
        with(Tokens.sign(Tokens.claims(null, scopes).claim("tenant", List.of(tenant.toString()))))
                .get("/v1/notes")
                .then()
                .statusCode(403);
        with(Tokens.sign(Tokens.claims(tenant, scopes).claim("source_system", " ")))
                .get("/v1/notes")
                .then()
                .statusCode(403);
        with(Tokens.of("other:read", tenant))
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        with(token).put("/v1/notes").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        with(token).get("/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void theContractNamesHeadersScopesAndProblems() {
        RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/notes'.post.parameters.name", hasItem("Idempotency-Key"))
                .body(
                        "paths.'/v1/notes'.post.parameters.find { it.name == 'Idempotency-Key' }.schema.minLength",
                        equalTo(8))
                .body("paths.'/v1/notes/{id}'.patch.parameters.name", hasItem("If-Match"))
                .body("paths.'/v1/notes'.post.operationId", equalTo("writeNote"))
                .body("paths.'/v1/notes'.post.responses.keySet()", hasItem("422"))
                .body("paths.'/v1/notes'.post.security.toString()", containsString("notes:write"))
                .body("components.schemas.keySet()", hasItem("Problem"))
                .body("components.schemas.WriteNote.properties.title.maxLength", equalTo(40))
                .body("openapi", equalTo("3.1.0"));
    }
}
