package mx.trayecto.gateway.exchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.http.TestHTTPResource;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.gateway.testing.GatewayTest;
import mx.trayecto.gateway.testing.Tokens;
import mx.trayecto.gateway.testing.Wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.fail;

@GatewayTest
class AccessLogTest {
    private static final String CURP = "PEGL890909MJCRMS08";
    private static final PatternFormatter EVERYTHING = new PatternFormatter("%c %X %m %e");

    @TestHTTPResource
    URI gateway;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(EVERYTHING.format(org.jboss.logmanager.ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listening);
    }

    @Test
    void tellsOfEveryRequestWithoutPersonalData() {
        String token = Tokens.of("portal-jalisco");
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        given().auth()
                .oauth2(token)
                .header("traceparent", trace)
                .header("X-Name", "Canaria")
                .body("{\"givenName\":\"Canaria\",\"curp\":\"" + CURP + "\"}")
                .post("/v1/participants?curp=" + CURP)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(token)
                .get("/v1/participants/" + CURP + "?q=Canaria")
                .then()
                .statusCode(200);
        given().auth().oauth2(token).get("/v1/" + CURP).then().statusCode(404);
        given().auth()
                .oauth2(token + "x")
                .get("/v1/participants/" + CURP)
                .then()
                .statusCode(401);
        given().auth().oauth2(token).get("/v1/cohorts/" + CURP).then().statusCode(503);
        given().auth().oauth2(token).get("/v1/frameworks?curp=" + CURP).then().statusCode(502);
        given().auth().oauth2(token).delete("/v1/participants/" + CURP).then().statusCode(405);

        until(() -> access().size() >= 7);
        assertThat(
                access().getFirst(),
                matchesPattern(".*method=POST route=/v1/participants status=200 ms=\\d+"
                        + " trace=0af7651916cd43dd8448eb211c80319c client=portal-jalisco.*"));
        assertThat(access().get(1), containsString("route=/v1/participants/{id} status=200"));
        assertThat(access().get(2), containsString("method=- route=- status=404"));
        assertThat(access().get(3), containsString("status=401"));
        assertThat(access().get(3), containsString("client=-"));
        assertThat(lines.size(), greaterThan(6));
        for (String line : lines) {
            for (String canary : List.of(CURP, "Canaria", "persona-canario", token.substring(0, 40), "127.0.0.1")) {
                assertThat(line, not(containsString(canary)));
            }
        }
    }

    @Test
    void tellsOfAnswersThatBrokeOff() throws Exception {
        String get = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.valid() + "\r\n\r\n";
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/participants/breaking-chunked" + get).read(100_000);
        }
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/participants/large" + get).readUntil("\r\n\r\n");
        }
        until(() -> access().size() >= 2);
        assertThat(access().get(0), containsString("status=aborted"));
        assertThat(access().get(1), containsString("status=aborted"));
    }

    private List<String> access() {
        return lines.stream()
                .filter(l -> l.startsWith("mx.trayecto.gateway.access"))
                .toList();
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("not within half a minute");
            }
            Thread.onSpinWait();
        }
    }
}
