package mx.trayecto.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static java.util.Map.entry;

/** participants-service answers (see {@link Upstream}), programs-service is away, indicators-service babbles. */
public class GatewayStack implements QuarkusTestResourceLifecycleManager {
    private Upstream upstream;

    @Override
    public Map<String, String> start() {
        upstream = new Upstream();
        String there = "http://localhost:" + upstream.start();
        return Map.ofEntries(
                entry("quarkus.oidc.public-key", Tokens.publicKey()),
                entry("quarkus.http.test-port", "0"),
                entry("trayecto.gateway.participants-url", there),
                entry("trayecto.gateway.programs-url", "http://localhost:" + freePort()),
                entry("trayecto.gateway.indicators-url", "http://localhost:" + upstream.startBabbler()),
                entry("trayecto.gateway.limits.time", "2s"),
                entry("trayecto.gateway.limits.import-time", "20s"),
                entry("trayecto.gateway.connections.idle-time", "5s"),
                entry("trayecto.gateway.limits.writes.requests", "20"),
                entry("trayecto.gateway.limits.writes.window", "60s"));
    }

    @Override
    public void stop() {
        upstream.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
