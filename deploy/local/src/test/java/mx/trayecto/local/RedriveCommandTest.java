package mx.trayecto.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Against a server that answers for programs-service as it does; the services' side has tests of its own. */
class RedriveCommandTest {

    private static final String ITEM = """
            {"id": 7, "topic": "trayecto.participants", "key": %s,
             "tenant": "c89e0791-5429-5616-9b0d-b635e6bf0d71", "records": %d, "reason": "no handler",
             "since": "2026-11-21T10:00:00Z"}""";
    private static final String KEY = "\"01a1fce8-4ac8-794c-bb2a-0559d93eb49e\"";

    @TempDir
    Path folder;

    private Home home;
    private HttpServer programs;
    private volatile List<String> parked = List.of();
    private volatile List<String> stays = List.of();
    private volatile String scope;

    @BeforeEach
    void start() throws IOException {
        home = Home.open(Checkout.find(), Optional.of(folder.toString()));
        programs = HttpServer.create(new InetSocketAddress(InetAddress.getByName(Ports.LOOPBACK), 0), 0);
        programs.createContext("/internal/dead-letters", this::answer);
        programs.start();
    }

    @AfterEach
    void stop() {
        programs.stop(0);
    }

    @Test
    void saysThatNothingIsParked() {
        var result = redrive("--service", "programs");
        assertEquals(0, result.status);
        assertEquals("programs: nothing is parked.", result.text.strip());
    }

    @Test
    void tellsWhatWasParkedAndAppliesIt() {
        parked = List.of(ITEM.formatted(KEY, 3));
        var result = redrive("--service", "programs");
        assertEquals(0, result.status, result.text);
        assertTrue(
                result.text.contains("trayecto.participants, 01a1fce8-4ac8-794c-bb2a-0559d93eb49e,"
                        + " tenant c89e0791-5429-5616-9b0d-b635e6bf0d71: 3 since 2026-11-21T10:00:00Z, as no handler"),
                result.text);
        assertTrue(result.text.contains("applied now: 3, left: 0"), result.text);
        assertEquals(List.of(), parked);
        assertEquals("tenants:admin catalogues:admin", scope);
    }

    @Test
    void whatIsLeftIsShownAndIsAFailure() {
        stays = List.of(ITEM.formatted("null", 1));
        parked =
                Stream.concat(stays.stream(), Stream.of(ITEM.formatted(KEY, 2))).toList();
        var result = redrive("--service", "programs");
        assertEquals(1, result.status, result.text);
        assertTrue(result.text.contains("applied now: 2, left: 1"), result.text);
        assertTrue(result.text.contains("no readable key"), result.text);
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamedAndTheOthersAreAsked() {
        parked = List.of(ITEM.formatted(KEY, 2));
        var result = redrive();
        assertEquals(1, result.status, result.text);
        assertTrue(result.text.contains("participants does not answer on port"), result.text);
        assertTrue(result.text.contains("programs: events applied now: 2"), result.text);
        assertTrue(result.text.contains("./suite start indicators"), result.text);
    }

    @Test
    void aPartThatConsumesNothingIsAMisuse() {
        assertThrows(CommandLine.Misuse.class, () -> redrive("--service", "gateway"));
    }

    private record Result(int status, String text) {}

    private Result redrive(String... options) {
        var line = CommandLine.parse(
                Stream.concat(Stream.of("redrive"), Stream.of(options)).toList(), Set.of(), Set.of("service"));
        var ports = PortTable.of(
                line,
                Map.of(
                        "TRAYECTO_PARTICIPANTS_PORT", Integer.toString(Ports.free()),
                        "TRAYECTO_INDICATORS_PORT", Integer.toString(Ports.free()),
                        "TRAYECTO_PROGRAMS_PORT",
                                Integer.toString(programs.getAddress().getPort())));
        var terminal = System.out;
        var told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            return new Result(new RedriveCommand(line, home, ports).execute(), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(terminal);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            scope = scope(exchange.getRequestHeaders().getFirst("Authorization"));
            var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var text = switch (call) {
                case "GET /internal/dead-letters" ->
                    parked.stream().collect(Collectors.joining(",", "{\"items\": [", "]}"));
                case "POST /internal/dead-letters/redrive" -> {
                    var applied = records(parked) - records(stays);
                    parked = stays;
                    yield "{\"applied\": %d, \"left\": %d}".formatted(applied, records(stays));
                }
                default -> throw new IOException(call);
            };
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static int records(List<String> items) {
        return items.stream()
                .mapToInt(item -> Integer.parseInt(item.replaceAll("(?s).*\"records\": (\\d+).*", "$1")))
                .sum();
    }

    private static String scope(String authorization) throws IOException {
        try {
            var token = SignedJWT.parse(authorization.replaceFirst("^Bearer ", ""));
            return token.getJWTClaimsSet().getStringClaim("scope");
        } catch (java.text.ParseException e) {
            throw new IOException(e);
        }
    }
}
