package mx.trayecto.gateway.limits;

import java.util.UUID;
import java.util.stream.Stream;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

/** Writes are limited to 20 a minute in these tests. */
@GatewayTest
class RateLimitsTest {
    @Test
    void refusesAClientThatAsksTooMuch() {
        String client = "busy-" + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            given().auth()
                    .oauth2(Tokens.of(client))
                    .post("/v1/participants")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"write\";q=20;w=60")
                    .header("RateLimit", matchesPattern("\"write\";r=\\d+;t=\\d+"));
        }
        // One more is allowed every three seconds, so a slow machine may get a few further ones through.
        Response refused = Stream.generate(
                        () -> given().auth().oauth2(Tokens.of(client)).post("/v1/participants"))
                .limit(20)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(3))
                .header("RateLimit", matchesPattern("\"write\";r=0;t=\\d+"))
                .body("code", equalTo("too-many-requests"));

        // Neither its reads nor other clients suffer.
        given().auth().oauth2(Tokens.of(client)).get("/v1/participants").then().statusCode(200);
        given().auth().oauth2(Tokens.valid()).post("/v1/participants").then().statusCode(200);
    }
}
