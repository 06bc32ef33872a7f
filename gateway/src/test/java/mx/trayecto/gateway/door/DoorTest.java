package mx.trayecto.gateway.door;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResource;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;
import mx.trayecto.gateway.testing.Wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

@GatewayTest
class DoorTest {
    @TestHTTPResource
    URI gateway;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v1/participants/",
                "/v1/participants/1/2",
                "/v2/participants",
                "/nothing"
            })
    void routesNothingThatTheContractDoesNotHave(String path) {
        given().auth()
                .oauth2(Tokens.valid())
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("path-unknown"))
                .body("instance", matchesPattern("urn:trayecto:request:[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/participants/..",
                "/v1/credentials/%2e%2e",
                "/v1/credentials/.%2E",
                "/v1/credentials/%2E",
                "/v1//participants",
                "/v1/credentials/../participants"
            })
    void resolvesNoDots(String path) throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String answer = wire.read(100_000);
            MatcherAssert.assertThat(answer, containsString("404"));
            MatcherAssert.assertThat(answer, containsString("path-unknown"));
        }
    }

    @Test
    void tellsTheMethodsThatThereAre() {
        given().auth()
                .oauth2(Tokens.valid())
                .delete("/v1/participants/1")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, PATCH")
                .body("code", equalTo("method-not-allowed"));
        given().request("BREW", "/v1/participants").then().statusCode(405).header("Allow", "GET, HEAD, POST");
    }

    @Test
    void takesAWrittenOutSegmentBeforeAParameter() {
        given().auth()
                .oauth2(Tokens.valid())
                .post("/v1/participants/search")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("\"read\""));
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/search")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void answersHeadWhereGetIs() {
        given().auth().oauth2(Tokens.valid()).head("/v1/participants").then().statusCode(200);
    }

    @Test
    void beginsATraceOrGoesOnWithTheOneSent() {
        String sent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        given().auth()
                .oauth2(Tokens.valid())
                .header("traceparent", sent)
                .get("/v1/participants")
                .then()
                .body("headers.traceparent", equalTo(sent));
        given().header("traceparent", sent)
                .get("/v1/nothing")
                .then()
                .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
        for (String broken : new String[] {
            "", "nonsense", sent.toUpperCase(), sent.replace("0af7651916cd43dd8448eb211c80319c", "0".repeat(32))
        }) {
            given().header("traceparent", broken)
                    .get("/v1/nothing")
                    .then()
                    .body("traceId", is(not("0af7651916cd43dd8448eb211c80319c")))
                    .body("traceId", is(not("0".repeat(32))));
        }
    }

    @Test
    void speaksTheLanguageAskedFor() {
        given().get("/v1/nothing").then().body("title", equalTo("La ruta no está en el contrato"));
        given().header("Accept-Language", "en-GB, es;q=0.5")
                .get("/v1/nothing")
                .then()
                .body("title", equalTo("The path is not in the contract"));
        given().header("Accept-Language", "¿?;;q=9").get("/v1/nothing").then().header("Content-Language", "es");
    }

    @Test
    void isReadyWhileAServiceIsAway() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().auth().oauth2(Tokens.valid()).get("/v1/cohorts/1").then().statusCode(503);
    }
}
