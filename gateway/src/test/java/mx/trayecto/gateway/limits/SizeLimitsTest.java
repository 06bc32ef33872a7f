package mx.trayecto.gateway.limits;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;
import mx.trayecto.gateway.testing.Upstream;
import mx.trayecto.gateway.testing.Wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@GatewayTest
class SizeLimitsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TestHTTPResource
    URI gateway;

    @Test
    void takesABodyOfTheFullSize() throws Exception {
        byte[] body = new byte[MEBIBYTE];
        HttpResponse<String> told = post("/v1/participants", HttpRequest.BodyPublishers.ofByteArray(body));
        assertThat(told.statusCode(), equalTo(200));
        assertThat(told.body(), containsString("\"bytes\":" + MEBIBYTE));
        assertThat(told.body(), containsString(Upstream.sha256(body)));
    }

    @Test
    void takesAChunkedBodyOfTheFullSize() throws Exception {
        HttpResponse<String> told = post("/v1/participants", streamed(MEBIBYTE));
        assertThat(told.statusCode(), equalTo(200));
        assertThat(told.body(), containsString("\"bytes\":" + MEBIBYTE));
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        refused(post("/v1/participants", HttpRequest.BodyPublishers.ofByteArray(new byte[MEBIBYTE + 1])));
        refused(post("/v1/participants", HttpRequest.BodyPublishers.ofByteArray(new byte[10 * MEBIBYTE])));
    }

    @Test
    void refusesAChunkedBodyThatTurnsOutTooLarge() throws Exception {
        refused(post("/v1/participants", streamed(MEBIBYTE + 1)));
        refused(post("/v1/participants", streamed(10 * MEBIBYTE)));
    }

    @Test
    void refusesBeforeTheBodyIsSent() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n"
                    + "Authorization: Bearer " + Tokens.valid() + "\r\n\r\n");
            assertThat(wire.readUntil("\r\n"), startsWith("HTTP/1.1 4"));
        }
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n"
                    + "Expect: 100-continue\r\nAuthorization: Bearer " + Tokens.valid() + "\r\n\r\n");
            assertThat(wire.readUntil("\r\n"), startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void refusesABodyOfUnknownCoding() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n"
                    + "Authorization: Bearer " + Tokens.valid() + "\r\n\r\n0\r\n\r\n");
            String answer = wire.readUntil("}");
            assertThat(answer, startsWith("HTTP/1.1 400"));
            assertThat(answer, containsString("malformed"));
        }
    }

    @Test
    void asksForTheBodyOfAClientThatWaitsForIt() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n"
                    + "Authorization: Bearer " + Tokens.valid() + "\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n"), startsWith("HTTP/1.1 100"));
            wire.send("hello");
            assertThat(wire.readUntil("\r\n"), startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void takesALargerBodyForAnImport() throws Exception {
        HttpResponse<String> told = post("/v1/participants/imports", streamed(50 * MEBIBYTE));
        assertThat(told.statusCode(), equalTo(200));
        assertThat(told.body(), containsString("\"bytes\":" + 50 * MEBIBYTE));
        refused(post("/v1/participants/imports", streamed(50 * MEBIBYTE + 1)));
        refused(post("/v1/participants/imports", HttpRequest.BodyPublishers.ofByteArray(new byte[50 * MEBIBYTE + 1])));
    }

    @Test
    void keepsTheConnectionUsableAfterARefusedBody() throws Exception {
        byte[] body = new byte[2 * MEBIBYTE];
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/participants HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length
                    + "\r\nAuthorization: Bearer " + Tokens.valid() + "\r\n\r\n");
            wire.send(body);
            assertThat(wire.readUntil("\"traceId\":"), startsWith("HTTP/1.1 413"));
            wire.readUntil("}");
            wire.send("GET /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.readUntil("\r\n"), startsWith("HTTP/1.1 404"));
        }
    }

    @Test
    void takesLongPositions() {
        given().auth()
                .oauth2(Tokens.valid())
                .header("Trayecto-Min-Position", "p".repeat(28 * 1024))
                .get("/v1/participants")
                .then()
                .statusCode(200)
                .body("headers.'trayecto-min-position'", equalTo("p".repeat(28 * 1024)));
    }

    @Test
    void refusesMoreHeadersThanThat() {
        given().header("Trayecto-Min-Position", "p".repeat(33 * 1024))
                .get("/v1/participants")
                .then()
                .statusCode(431)
                .body("code", equalTo("headers-too-large"));
    }

    @Test
    void refusesAnOverlongAddress() {
        given().get("/v1/participants?cursor=" + "c".repeat(4000))
                .then()
                .statusCode(414)
                .body("code", equalTo("uri-too-long"));
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(gateway.resolve(path))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Authorization", "Bearer " + Tokens.valid())
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpRequest.BodyPublisher streamed(int bytes) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode(), equalTo(413));
        assertThat(answer.headers().firstValue("content-type").orElse(""), equalTo("application/problem+json"));
        assertThat(answer.body(), containsString("\"code\":\"too-large\""));
    }
}
