package mx.trayecto.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;

import com.sun.net.httpserver.HttpServer;

/** A server that answers on every service's port as the services do; the services' side has tests of its own. */
final class OperatedService implements AutoCloseable {

    /** What a command came to, and what it said. */
    record Result(int status, String text) {}

    final List<String> calls = new ArrayList<>();

    private final HttpServer server;

    /** @param answers to a method and a path with its query, as JSON */
    OperatedService(Function<String, String> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(Ports.LOOPBACK), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                calls.add(call);
                var body = answers.apply(call).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    PortTable ports(CommandLine line) {
        var port = Integer.toString(server.getAddress().getPort());
        var ports = new HashMap<String, String>();
        for (var service : ReconcileCommand.SERVICES) {
            ports.put(service.portVariable(), port);
        }
        return PortTable.of(line, Map.copyOf(ports));
    }

    static CommandLine line(String... arguments) {
        return CommandLine.parse(List.of(arguments), Set.of(), Set.of("service", "heads"));
    }

    static Result of(IntSupplier command) {
        var terminal = System.out;
        var told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            return new Result(command.getAsInt(), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(terminal);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
