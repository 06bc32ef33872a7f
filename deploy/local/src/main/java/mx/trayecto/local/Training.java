package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Makes the {@link AotCache} of services that have none: each is started once on databases and a broker of its own,
 * answers a few requests and ends. All that runs here ends with this JVM and leaves nothing but the caches.
 */
record Training(Checkout checkout) {

    /** Each needs its own memory and that of the JVM which writes the cache. */
    private static final int AT_ONCE = 2;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    void bringUpToDate(Collection<PartName> names) {
        if (due(names).isEmpty()) {
            return;
        }
        var folder = checkout.built("classes").resolveSibling("training");
        var lockFile = folder.resolveSibling("training.lock");
        // Another suite of this checkout may be at it: then its caches are ours too.
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            var due = due(names);
            if (lock.isValid() && !due.isEmpty()) {
                Terminal.say("Training " + Terminal.list(due) + " for quick starts, once per build ...");
                train(due, folder);
            }
        } catch (LocalStackException e) {
            Terminal.say("  It failed, so the next starts are slower: " + firstSentence(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PartName> due(Collection<PartName> names) {
        return names.stream()
                .filter(PartName::isService)
                .filter(name -> !cache(name).present())
                .toList();
    }

    private void train(List<PartName> due, Path folder) throws IOException {
        delete(folder); // a killed training's
        // Open to the user that PostgreSQL may run as; its data inside are not.
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var home = Home.open(checkout, Optional.of(folder.toString()));
        var ports = PortTable.free();
        var passwords = Secrets.of(home).passwords();
        try (var postgres = PostgresServer.launch(home.data("postgres"), ports.of(PartName.POSTGRES), passwords);
                var kafka = KafkaBroker.start(home.data("kafka"), ports.of(PartName.KAFKA), home.log(PartName.KAFKA));
                var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var since = System.nanoTime();
            due.forEach(name -> pool.execute(() -> train(name, home, ports, since)));
            pool.shutdown();
        } finally {
            delete(folder);
        }
    }

    private void train(PartName name, Home home, PortTable ports, long since) {
        var program = new ServiceProgram(
                name,
                ports.of(name),
                Build.jar(checkout, name),
                home.run(name + ".pid"),
                true,
                () -> new ServiceEnvironment(home, ports).of(name));
        try {
            var daemon = program.launch(home.log(name), started -> started.endWithThisJvm("KILL"));
            exercise(name, ports.of(name), SigningKey.of(home));
            daemon.stop(program.stopSignal(), program.stopPatience());
            cache(name).keep();
            Terminal.say("  %-13s trained after %s".formatted(name, Terminal.since(since)));
        } catch (LocalStackException e) {
            Terminal.say("  %-13s starts slower, as it could not be trained: %s".formatted(name, firstSentence(e)));
        }
    }

    /** What a service does first for its users: verify a token, read a page, refuse a body. */
    private static void exercise(PartName name, int port, SigningKey key) {
        var path = switch (name) {
            case PARTICIPANTS, GATEWAY -> "/v1/participants";
            case PROGRAMS -> "/v1/programs";
            default -> "/v1/frameworks";
        };
        var role = name == PartName.INDICATORS ? Role.ANALYST : Role.COORDINATOR;
        var token = Token.of("training", role).sign(key);
        for (var round = 0; round < 3; round++) {
            send(port, path, token, HttpRequest.newBuilder().GET());
            send(
                    port,
                    path,
                    token,
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "training-" + round)
                            .POST(HttpRequest.BodyPublishers.ofString("{}")));
        }
    }

    /** Whatever is answered: the gateway's services are trained beside it and may not be there yet. */
    private static void send(int port, String path, String token, HttpRequest.Builder request) {
        try {
            HTTP.send(
                    request.uri(URI.create("http://" + Ports.LOOPBACK + ":" + port + path))
                            .timeout(Duration.ofSeconds(35))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new LocalStackException("it did not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while training.", e);
        }
    }

    private AotCache cache(PartName name) {
        return new AotCache(Build.jar(checkout, name));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Without the log that may follow, which is gone with the training. */
    private static String firstSentence(LocalStackException e) {
        return e.getMessage().replaceFirst("(?s)\\. .*", ".");
    }
}
