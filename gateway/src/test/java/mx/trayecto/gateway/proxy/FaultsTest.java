package mx.trayecto.gateway.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;
import mx.trayecto.gateway.testing.Wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

@GatewayTest
class FaultsTest {
    @TestHTTPResource
    URI gateway;

    @Test
    void saysWithinTwoSecondsThatAServiceIsAway() {
        long start = System.nanoTime();
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/cohorts/1")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("unavailable"));
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis(), lessThan(2000L));
    }

    @Test
    void doesNotWaitForASilentServiceForEver() {
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/silent")
                .then()
                .statusCode(504)
                .body("code", equalTo("gateway-timeout"))
                .body("detail", containsString("Idempotency-Key"));
    }

    @Test
    void doesNotWaitForASilentClientForEver() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nAuthorization: Bearer "
                    + Tokens.valid() + "\r\n\r\nhalf");
            String answer = wire.readUntil("}");
            assertThat(answer, containsString("HTTP/1.1 408"));
            assertThat(answer, containsString("too-slow"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/participants/closing", "/v1/frameworks"})
    void tellsThatAnAnswerWasBroken(String path) {
        given().auth()
                .oauth2(Tokens.valid())
                .get(path)
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-gateway"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"breaking", "breaking-chunked"})
    void doesNotPassHalfAnAnswerOffAsWhole(String fault) {
        assertThrows(IOException.class, () -> get("/v1/participants/" + fault));
    }

    @Test
    void leavesNoTraceOfAProblemInAHalfAnswer() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/participants/breaking-chunked HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + Tokens.valid() + "\r\n\r\n");
            String answer = wire.read(100_000);
            assertThat(answer, containsString("half"));
            assertThat(answer, not(containsString("\r\n0\r\n")));
        }
    }

    @Test
    void goesOnAfterAClientHasGone() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/participants/large HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.valid()
                    + "\r\n\r\n");
            wire.read(100_000);
        }
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nAuthorization: Bearer "
                    + Tokens.valid() + "\r\n\r\nhalf");
        }
        given().auth().oauth2(Tokens.valid()).get("/v1/participants").then().statusCode(200);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(gateway.resolve(path))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Authorization", "Bearer " + Tokens.valid())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
