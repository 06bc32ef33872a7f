package mx.trayecto.gateway.proxy;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Callable;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;
import mx.trayecto.gateway.testing.Upstream;
import mx.trayecto.gateway.testing.Wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.fail;

@GatewayTest
class PassThroughTest {
    private static final int SMALL = 64 * 1024;
    /** Buffers of the kernel and of three programs in a row; far from the 50 or 100 MiB under way. */
    private static final long HELD_UNDERWAY = 24L << 20;

    @TestHTTPResource
    URI gateway;

    @Test
    void passesEveryByteOfTheRequest() {
        byte[] body = new byte[300_000];
        new Random(7).nextBytes(body);
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.valid())
                .contentType("application/octet-stream")
                .body(body)
                .post("/v1/participants")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(body.length))
                .body("sha256", equalTo(Upstream.sha256(body)))
                .body("headers.'content-type'", equalTo("application/octet-stream"));
    }

    @Test
    void passesEveryByteOfTheAnswer() {
        var answer = given().auth().oauth2(Tokens.valid()).get("/v1/participants");
        assertThat(Upstream.sha256(answer.asByteArray()), equalTo(answer.header("X-Sha256")));
    }

    @Test
    void passesTheAddressAsItIs() {
        String address = "/v1/participants/by-reference/portal%2Fjal/a%20b;c=1?limit=5&x=%C3%B1&x=2&y";
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.valid())
                .get(address)
                .then()
                .statusCode(200)
                .body("uri", equalTo(address));
    }

    @Test
    void passesTheHeadersOfTheRequest() {
        given().auth()
                .oauth2(Tokens.valid())
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"v7-es-alias\"")
                .header("Trayecto-Min-Position", "trayecto.participants.v1/7/1.3")
                .header("Accept-Language", "es-MX")
                .post("/v1/participants")
                .then()
                .body("headers.'idempotency-key'", equalTo("k-1"))
                .body("headers.'if-match'", equalTo("\"v7-es-alias\""))
                .body("headers.'trayecto-min-position'", equalTo("trayecto.participants.v1/7/1.3"))
                .body("headers.'accept-language'", equalTo("es-MX"));
    }

    @Test
    void passesTheHeadersOfTheAnswerExceptThoseOfTheConnection() {
        given().auth().oauth2(Tokens.valid()).post("/v1/participants").then().header("Keep-Alive", nullValue());
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/headers")
                .then()
                .statusCode(201)
                .header("Location", "/v1/participants/7")
                .header("ETag", "\"v7-es-alias\"")
                .header("Link", "</v1/participants?cursor=x>; rel=\"next\"")
                .header("Trayecto-Position", "trayecto.participants.v1/7/1.3")
                .header("Idempotency-Replayed", "true")
                .header("X-Hop", nullValue())
                .header("Keep-Alive", nullValue());
    }

    @Test
    void saysItselfWhereARequestComesFrom() {
        given().auth()
                .oauth2(Tokens.valid())
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .get("/v1/participants")
                .then()
                .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("headers.'x-forwarded-proto'", equalTo("http"))
                .body("headers.'x-forwarded-host'", equalTo("localhost:" + gateway.getPort()))
                .body("headers.'x-forwarded-prefix'", nullValue())
                .body("headers.forwarded", nullValue());
    }

    @Test
    void keepsTheConnectionsHeadersToItself() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send(
                    "GET /v1/participants HTTP/1.1\r\nHost: x\r\nConnection: close, X-Mine\r\nX-Mine: 1\r\nTE: trailers\r\n"
                            + "Proxy-Authorization: Basic eA==\r\nKeep-Alive: 5\r\nAuthorization: Bearer "
                            + Tokens.valid()
                            + "\r\n\r\n");
            String told = wire.readUntil("sha256");
            assertThat(told, containsString("HTTP/1.1 200"));
            for (String dropped : new String[] {"x-mine", "\"te\"", "proxy-authorization", "\"keep-alive\""}) {
                assertThat(told, not(containsString(dropped)));
            }
        }
    }

    @Test
    void passesAnswersWithoutBody() throws Exception {
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/empty")
                .then()
                .statusCode(204);
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/unchanged")
                .then()
                .statusCode(304)
                .header("ETag", "\"v3\"");
        try (Wire wire = new Wire(gateway)) {
            for (String path : new String[] {"unchanged", "empty"}) {
                wire.send("GET /v1/participants/" + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + Tokens.valid() + "\r\n\r\n");
                assertThat(
                        wire.readUntil("\r\n\r\n"), containsString("HTTP/1.1 " + (path.equals("empty") ? 204 : 304)));
            }
            // Nothing of a body stands between the answers.
            wire.send("HEAD /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n"), containsString("HTTP/1.1 404"));
            wire.send("HEAD /v1/participants HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.valid()
                    + "\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n"), containsString("HTTP/1.1 200"));
            wire.send("GET /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.readUntil("\r\n"), containsString("HTTP/1.1 404"));
        }
    }

    @Test
    void passesTheProblemsOfAService() {
        given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/problem")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("conflict"));
    }

    @Test
    void answersAClientThatWouldRatherSpeakHttp2() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(gateway.resolve("/v1/participants"))
                            .version(HttpClient.Version.HTTP_2)
                            .header("Authorization", "Bearer " + Tokens.valid())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.version(), equalTo(HttpClient.Version.HTTP_1_1));
            assertThat(answer.statusCode(), equalTo(200));
            assertThat(
                    Upstream.sha256(answer.body().getBytes(StandardCharsets.UTF_8)),
                    equalTo(answer.headers().firstValue("X-Sha256").orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
    void doesNotTakeMoreOfAnAnswerThanIsRead(String version) throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            socket.getOutputStream()
                    .write(("GET /v1/participants/large " + version
                                    + "\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + Tokens.valid()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readNBytes(SMALL);
            assertThat(atRest(this::sentByTheService), allOf(greaterThan(0L), lessThan(HELD_UNDERWAY)));

            long whole = (long) Upstream.CHUNK * Upstream.CHUNKS;
            byte[] rest = new byte[SMALL];
            long read = SMALL;
            for (int n = socket.getInputStream().read(rest);
                    n >= 0;
                    n = socket.getInputStream().read(rest)) {
                read += n;
            }
            assertThat(read, greaterThan(whole));
        }
    }

    @Test
    void doesNotTakeMoreOfABodyThanIsRead() throws Exception {
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()))) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SMALL);
            channel.write(ByteBuffer.wrap(
                    ("POST /v1/participants/imports HTTP/1.1\r\nHost: x\r\nX-Deaf: yes\r\n" + "Content-Length: "
                                    + (50 << 20) + "\r\nAuthorization: Bearer " + Tokens.valid() + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1)));
            channel.configureBlocking(false);
            long[] written = new long[1];
            long taken = atRest(() -> written[0] += channel.write(ByteBuffer.allocate(SMALL)));
            assertThat(taken, allOf(greaterThan(0L), lessThan(HELD_UNDERWAY)));
        }
    }

    private long sentByTheService() {
        return Long.parseLong(given().auth()
                .oauth2(Tokens.valid())
                .get("/v1/participants/sent")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** The figure once it has not changed for a while. */
    private static long atRest(Callable<Long> figure) throws Exception {
        Instant end = Instant.now().plusSeconds(15);
        Instant changed = Instant.now();
        long last = figure.call();
        while (Instant.now().isBefore(changed.plusMillis(700))) {
            if (Instant.now().isAfter(end)) {
                return fail("still moving after 15 seconds, at " + last);
            }
            long now = figure.call();
            if (now != last) {
                last = now;
                changed = Instant.now();
            }
        }
        return last;
    }
}
