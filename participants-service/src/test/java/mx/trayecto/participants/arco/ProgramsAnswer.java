package mx.trayecto.participants.arco;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.path.json.JsonPath;

/**
 * Where tests ask programs-service what it holds: a server that answers with the golden file of its producer, which tells
 * word for word what that really says but of whom, or does what no test could have it do. That both fit together the proof on a running
 * suite shows.
 */
public class ProgramsAnswer implements QuarkusTestResourceLifecycleManager {
    private static final String HOW = "trayecto.test.programs.how";
    private static final String ASKED = "trayecto.test.programs.asked.";
    private static final Path GOLDEN = Path.of("..", "programs-service", "held", "held-data.json");

    /** What may be wrong with an answer, and whether it is worth asking again. */
    enum Fault {
        NONE(false),
        REFUSES(false),
        IS_EMPTY(false),
        IS_NO_JSON(false),
        IS_OTHER_JSON(false),
        IS_OF_ANOTHER(false),
        KNOWS_NOBODY(true),
        FAILS(true),
        CUTS_OFF(true),
        STALLS(true),
        STALLS_HALFWAY(true);

        final boolean passes;

        Fault(boolean passes) {
            this.passes = passes;
        }
    }

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/held-data", ProgramsAnswer::answer);
        server.start();
        return Map.of(
                "trayecto.elsewhere.programs-url",
                "http://localhost:" + server.getAddress().getPort(),
                "trayecto.elsewhere.time",
                "2s");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Does work while something is wrong with the answers. */
    static void during(Fault fault, Runnable work) {
        System.setProperty(HOW, fault.name());
        try {
            work.run();
        } finally {
            System.clearProperty(HOW);
        }
    }

    /** A header of the last question, or its {@code body}. */
    static String asked(String what) {
        return System.getProperty(ASKED + what);
    }

    static void forget() {
        System.clearProperty(ASKED + "body");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        for (String header : new String[] {"Authorization", "traceparent"}) {
            System.setProperty(
                    ASKED + header, String.valueOf(exchange.getRequestHeaders().getFirst(header)));
        }
        System.setProperty(
                ASKED + "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (Fault.valueOf(System.getProperty(HOW, Fault.NONE.name()))) {
            case NONE -> send(exchange, 200, golden());
            case IS_OF_ANOTHER -> send(exchange, 200, Files.readString(GOLDEN));
            case KNOWS_NOBODY -> send(exchange, 200, "{\"records\":[],\"applications\":[],\"enrollments\":[]}");
            case REFUSES -> send(exchange, 403, "{\"code\":\"forbidden\"}");
            case IS_EMPTY -> send(exchange, 200, "");
            case IS_NO_JSON -> send(exchange, 200, "<html>");
            case IS_OTHER_JSON -> send(exchange, 200, "{\"records\":[],\"enrollments\":[]}");
            case FAILS -> send(exchange, 503, "{\"code\":\"unavailable\"}");
            case CUTS_OFF -> exchange.close();
            case STALLS -> pause();
            case STALLS_HALFWAY -> {
                byte[] held = golden().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, held.length);
                exchange.getResponseBody().write(held, 0, held.length / 2);
                exchange.getResponseBody().flush();
                pause();
            }
        }
    }

    /** Of her who is asked for. */
    private static String golden() throws IOException {
        String held = Files.readString(GOLDEN);
        String asked = JsonPath.from(asked("body")).getString("participant");
        for (String record : JsonPath.from(held).<String>getList("records.participant")) {
            held = held.replace(record, asked);
        }
        return held;
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** Longer than anybody waits. */
    private static void pause() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
