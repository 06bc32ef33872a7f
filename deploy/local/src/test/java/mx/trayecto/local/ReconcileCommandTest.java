package mx.trayecto.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Against servers that answer as if each service read what it publishes itself; the services' side has its own tests. */
class ReconcileCommandTest {

    private static final String WOMAN = "01a1fce8-4ac8-794c-bb2a-0559d93eb49e";
    private static final String PAGE = """
            {"items": [{"tenant": "c89e0791-5429-5616-9b0d-b635e6bf0d71", "aggregate": "%s", "epoch": 1, "sequence": 3}]}""".formatted(WOMAN);
    private static final String NOTHING = "{\"items\": []}";

    @TempDir
    Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private Home home;
    private final List<HttpServer> services = new ArrayList<>();
    private volatile String difference = "";
    private volatile String unread = "";

    @BeforeEach
    void start() throws IOException {
        home = Home.open(Checkout.find(), Optional.of(folder.toString()));
        for (var service : ReconcileCommand.SERVICES) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(Ports.LOOPBACK), 0), 0);
            server.createContext("/internal/positions", this::answer);
            server.start();
            services.add(server);
        }
    }

    @AfterEach
    void stop() {
        services.forEach(server -> server.stop(0));
    }

    @Test
    void saysThatNothingDiffers() {
        var result = reconcile();
        assertEquals(0, result.status, result.text);
        assertTrue(result.text.contains("Nothing differs."), result.text);
        assertTrue(calls.contains("/internal/positions/missing?topic=trayecto.participants.v1"), calls.toString());
        assertTrue(calls.contains("/internal/positions/applied?topic=trayecto.participants.v1&after=" + WOMAN));
    }

    @Test
    void listsWhatDiffersAndWhatAPersonHasToDo() {
        difference = "unknown";
        var result = reconcile();
        assertEquals(1, result.status, result.text);
        assertTrue(result.text.contains("unknown of trayecto.participants.v1 in "), result.text);
        assertTrue(
                result.text.contains(WOMAN + " of tenant c89e0791-5429-5616-9b0d-b635e6bf0d71, at 1.3"), result.text);
        assertTrue(result.text.contains("a person has to"), result.text);
        assertTrue(calls.stream().noneMatch(call -> call.contains("repair=true")), "nothing is repaired unasked");
    }

    @Test
    void repairsAndLooksAgain() {
        difference = "ahead";
        var result = reconcile("--repair");
        assertEquals(0, result.status, result.text);
        assertTrue(result.text.contains("ahead of trayecto.participants.v1 in "), result.text);
        assertTrue(result.text.contains("Nothing differs."), result.text);
    }

    /** What it has yet to read may be void: that it holds nothing of it so far says nothing. */
    @Test
    void doesNotSayThatNothingDiffersWhileSomebodyIsLate() {
        unread = "\"trayecto.participants.v1\"";
        var result = reconcile();
        assertEquals(1, result.status, result.text);
        assertTrue(result.text.contains("indicators has not read all of trayecto.participants.v1 yet"), result.text);
        unread = "";
        assertEquals(0, reconcile("--repair").status);
    }

    @Test
    void waitsForThoseWhoAreLateBeforeItRepairs() {
        reconcile("--repair");
        var compared = calls.stream()
                .filter(call -> call.contains("repair=true"))
                .findFirst()
                .orElseThrow();
        var waited =
                calls.stream().filter(call -> call.contains("/unread?within=")).toList();
        assertEquals(3, waited.size(), calls.toString());
        assertTrue(calls.indexOf(compared) > calls.lastIndexOf(waited.getLast()), calls.toString());
        assertTrue(Integer.parseInt(waited.getFirst().replaceFirst(".*=", "")) > 60, waited.toString());
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamed() {
        services.forEach(server -> server.stop(0));
        var fault = assertThrows(LocalStackException.class, this::reconcile);
        assertTrue(fault.getMessage().contains("does not answer on port"), fault.getMessage());
    }

    private record Result(int status, String text) {}

    private Result reconcile(String... options) {
        var words = new ArrayList<>(List.of("reconcile"));
        words.addAll(List.of(options));
        var line = CommandLine.parse(words, Set.of("repair"), Set.of());
        var ports = PortTable.of(
                line,
                Map.of(
                        "TRAYECTO_PARTICIPANTS_PORT", port(0),
                        "TRAYECTO_PROGRAMS_PORT", port(1),
                        "TRAYECTO_INDICATORS_PORT", port(2)));
        var terminal = System.out;
        var told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            return new Result(new ReconcileCommand(line, home, ports).execute(), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(terminal);
        }
    }

    private String port(int service) {
        return Integer.toString(services.get(service).getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var call = exchange.getRequestURI().toString();
            calls.add(call);
            var body = answer(call).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String answer(String call) throws IOException {
        return switch (call.replaceFirst("\\?.*", "").replace("/internal/positions", "")) {
            case "" -> "{\"applied\": [\"trayecto.participants.v1\"], \"published\": [\"trayecto.participants.v1\"]}";
            case "/unread" -> "{\"topics\": [%s]}".formatted(unread);
            case "/applied", "/published" -> call.contains("after=") ? NOTHING : PAGE;
            case "/missing" -> NOTHING;
            case "/compare" -> compared(call.contains("repair=true"));
            default -> throw new IOException(call);
        };
    }

    private String compared(boolean repair) {
        var found = difference;
        if (repair) {
            difference = "";
        }
        var items = PAGE.replaceAll("^.*?(\\[.*]).*$", "$1");
        return "{\"ahead\": %s, \"behind\": [], \"unknown\": %s, \"repaired\": %d}"
                .formatted(
                        found.equals("ahead") ? items : "[]",
                        found.equals("unknown") ? items : "[]",
                        repair && !found.isEmpty() ? 1 : 0);
    }
}
