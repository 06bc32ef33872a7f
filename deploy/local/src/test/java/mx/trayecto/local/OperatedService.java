package mx.trayecto.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;

import com.sun.net.httpserver.HttpServer;

/** Servers that answer on every service's port as the services do; the services' side has tests of its own. */
final class OperatedService implements AutoCloseable {

    /** What a command came to, and what it said. */
    record Result(int status, String text) {}

    final List<String> calls = new ArrayList<>();

    private final Map<PartName, HttpServer> servers = new EnumMap<>(PartName.class);

    /** @param answers to a method and a path with its query, as JSON */
    OperatedService(Function<String, String> answers) {
        for (var service : ReconcileCommand.SERVICES) {
            servers.put(service, server(answers));
        }
    }

    private HttpServer server(Function<String, String> answers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(Ports.LOOPBACK), 0), 0);
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
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PortTable ports(CommandLine line) {
        var ports = new HashMap<String, String>();
        servers.forEach((service, server) -> ports.put(
                service.portVariable(), Integer.toString(server.getAddress().getPort())));
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
        servers.values().forEach(server -> server.stop(0));
    }
}
