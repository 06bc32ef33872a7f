package mx.trayecto.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One of the four Quarkus services, from the jar that the build made. */
record ServiceProgram(
        PartName part, int port, Path jar, Path pidFile, boolean inTraining, Supplier<Map<String, String>> variables)
        implements Program {

    /**
     * Small and quick to start, as everything shares one machine: the heap grows by little beyond what lives in it, code
     * that is no longer run makes room once there is little left (and not after each seventh that is new, which takes a
     * full collection of a third of a second), what the compilers took of memory is given back. TRAYECTO_JAVA_OPTS
     * replaces them.
     */
    private static final String JAVA_OPTIONS = "-Xms32m -Xmx256m -XX:+UseSerialGC -XX:MinHeapFreeRatio=20"
            + " -XX:MaxHeapFreeRatio=35 -XX:ReservedCodeCacheSize=48m -XX:SweeperThreshold=100"
            + " -XX:TrimNativeHeapInterval=5000";

    /** Threads share two of glibc's arenas, each of which keeps what it once took. */
    private static final Map<String, String> LEAN = Map.of("MALLOC_ARENA_MAX", "2");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Override
    public String name() {
        return part.toString();
    }

    @Override
    public String mark() {
        return "-Dtrayecto.part=" + pidFile;
    }

    @Override
    public List<String> command() {
        var cache = new AotCache(jar);
        var command = new ArrayList<>(List.of(Checkout.java(), mark()));
        command.addAll(options());
        command.addAll(inTraining ? cache.training() : cache.use());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> options() {
        var options = System.getenv().getOrDefault("TRAYECTO_JAVA_OPTS", JAVA_OPTIONS);
        return Arrays.stream(options.split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    @Override
    public Optional<String> warning() {
        var refusal = inTraining ? Optional.<String>empty() : new AotCache(jar).refusal(options());
        return refusal.map(reason -> "starts slowly, as its AOT cache is refused: " + reason);
    }

    @Override
    public Map<String, String> environment() {
        var all = new HashMap<>(LEAN);
        all.putAll(variables.get());
        return all;
    }

    @Override
    public Duration startPatience() {
        return Duration.ofMinutes(inTraining ? 5 : 2);
    }

    /** At the end of a training run the JVM works for some time. */
    @Override
    public Duration stopPatience() {
        return inTraining ? Duration.ofMinutes(5) : Program.super.stopPatience();
    }

    @Override
    public boolean ready(Daemon daemon) {
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.LOOPBACK + ":" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
