package mx.trayecto.proof.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;

/**
 * Another process of a service that runs: the same command line and environment (read from {@code /proc}, so on Linux
 * only), but for its port and what is said to be different.
 */
public final class Replica implements AutoCloseable {
    private static final String MARK = "-Dtrayecto.part=";

    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final Path log;
    private Process process;

    private Replica(List<String> command, Map<String, String> environment, int port, Path log) {
        this.command = command;
        this.environment = environment;
        this.port = port;
        this.log = log;
    }

    static Replica of(long original, int port, Map<String, String> changes, Path log) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : of(original, "environ")) {
            int sign = variable.indexOf('=');
            if (sign > 0) {
                environment.put(variable.substring(0, sign), variable.substring(sign + 1));
            }
        }
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(changes);
        List<String> command = of(original, "cmdline").stream()
                .map(argument -> argument.startsWith(MARK) ? MARK + "replica-" + port : argument)
                .toList();
        return new Replica(command, environment, port, log);
    }

    private static List<String> of(long pid, String what) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), what), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\0")).toList();
        } catch (IOException e) {
            throw new ProofFailure("Replicas are made from /proc, which is not readable here", e);
        }
    }

    /** Returns when it is ready. */
    public Replica start() {
        launch();
        Patience.until("replica on port " + port + " ready", Duration.ofMinutes(2), this::ready);
        return this;
    }

    /** Returns at once. */
    public Replica launch() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private boolean ready() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(url().resolve("/q/health/ready"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    public void kill() {
        Signals.kill(pid());
    }

    /** In order, as for a rollout. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            Signals.resume(process.pid());
            process.destroy();
            try {
                if (!process.waitFor(Duration.ofSeconds(20))) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
