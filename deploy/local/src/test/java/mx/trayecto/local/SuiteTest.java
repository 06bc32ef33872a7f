package mx.trayecto.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The suite as a person calls it, each time as a process of its own, with the two servers that need no build. */
class SuiteTest {

    @TempDir
    Path home;

    private final Map<String, String> ports = Stream.of(PartName.values())
            .collect(Collectors.toMap(PartName::portVariable, name -> Integer.toString(Ports.free())));

    private record Result(int status, String text) {}

    @AfterEach
    void stop() throws Exception {
        assertEquals(0, suite("stop").status);
    }

    @Test
    void startsReportsAndStops() throws Exception {
        assertEquals(0, suite("start", "postgres", "kafka").status);
        var status = suite("status");
        assertEquals(1, status.status, "not everything is ready");
        assertTrue(status.text.matches("(?s).*postgres +ready.*kafka +ready.*"), status.text);
        assertTrue(status.text.matches("(?s).*gateway +stopped.*"), status.text);
        assertTrue(suite("start", "kafka").text.contains("Already running: kafka."));

        assertEquals(0, suite("stop").status);
        assertTrue(suite("status").text.matches("(?s).*postgres +stopped.*kafka +stopped.*"));
        assertTrue(suite("stop").text.contains("Trayecto is not running."));
    }

    @Test
    void bringsBackWhatWasKilled() throws Exception {
        suite("start", "postgres");
        var daemon = Daemon.find(pid("postgres"), home.toString()).orElseThrow();
        daemon.stop("KILL", Duration.ofSeconds(10));
        assertTrue(suite("status").text.matches("(?s).*postgres +died.*"));
        assertEquals(0, suite("start", "postgres").status);
        assertTrue(suite("status").text.matches("(?s).*postgres +ready.*"));
    }

    @Test
    void doesNotMistakeAStrangerForItsOwn() throws Exception {
        Files.createDirectories(home.resolve("run"));
        var stranger = ProcessHandle.current().pid();
        Files.writeString(home.resolve("run/postgres.pid"), stranger + "\n");
        Files.writeString(home.resolve("run/suite.pid"), stranger + "\n");
        assertTrue(suite("status").text.matches("(?s).*postgres +died.*"));
        assertEquals(0, suite("start", "postgres").status);
        assertEquals(0, suite("stop").status);
        assertFalse(Files.exists(home.resolve("run/suite.pid")));
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void saysWhichPortIsTakenAndStartsNothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            var port = Integer.toString(taken.getLocalPort());
            var result = suite("start", "postgres", "kafka", "--kafka-port", port);
            assertEquals(1, result.status);
            assertTrue(result.text.contains("Port " + port + ", for kafka, is taken"), result.text);
            assertFalse(result.text.contains("ready on port"));
        }
    }

    @Test
    void oneSuiteAtATimeChangesTheStack() throws Exception {
        Files.createDirectories(home.resolve("run"));
        try (var other = FileChannel.open(
                        home.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = other.lock()) {
            var result = suite("start", "postgres");
            assertEquals(1, result.status);
            assertTrue(lock.isValid() && result.text.contains("Another ./suite is starting or stopping"), result.text);
        }
    }

    @Test
    void dropsNoDataWithoutAYes() throws Exception {
        suite("start", "postgres");
        suite("stop");
        var result = suite("run", "--fresh");
        assertEquals(1, result.status);
        assertTrue(result.text.contains("add --yes"), result.text);
        assertTrue(Files.exists(home.resolve("data/postgres/PG_VERSION")));
    }

    @Test
    void anInitializationKilledHalfwayLeavesNoPasswordAndIsClearedAway() throws Exception {
        var output = home.resolve("output");
        var killed =
                process("start", "postgres").redirectOutput(output.toFile()).start();
        while (unfinished().isEmpty() && killed.isAlive()) {
            Thread.onSpinWait();
        }
        assertFalse(unfinished().isEmpty(), Files.readString(output));
        killed.destroyForcibly().waitFor();
        for (var left = ofThisHome(); !left.isEmpty(); left = ofThisHome()) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit().join());
        }
        try (var files = Files.list(home.resolve("data"))) {
            assertTrue(files.allMatch(Files::isDirectory), "no file for the password");
        }
        Files.writeString(home.resolve("data/password123"), "of an earlier version");

        assertEquals(0, suite("start", "postgres").status);
        assertEquals(List.of(), unfinished());
        assertFalse(Files.exists(home.resolve("data/password123")));
    }

    private List<ProcessHandle> ofThisHome() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .toList();
    }

    private List<Path> unfinished() throws IOException {
        if (!Files.exists(home.resolve("data"))) {
            return List.of();
        }
        try (var files = Files.list(home.resolve("data"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("initializing"))
                    .toList();
        }
    }

    @Test
    void aFileOfSecretsThatLacksOneIsNamed() throws Exception {
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/secrets.properties"), "crypto.master-key=abc\n");
        var result = suite("start", "postgres");
        assertEquals(1, result.status);
        assertTrue(result.text.contains("secrets.properties does not say postgres.superuser"), result.text);
        assertTrue(result.text.contains("--fresh"), result.text);
    }

    @Test
    void dataWithoutTheirKeysAreNotOpened() throws Exception {
        suite("start", "postgres");
        suite("stop");
        Files.delete(home.resolve("keys/secrets.properties"));
        var result = suite("start", "postgres");
        assertEquals(1, result.status);
        assertTrue(result.text.contains("are gone"), result.text);
    }

    @Test
    void whatItDoesNotUnderstandHasAStatusOfItsOwn() throws Exception {
        for (var call : List.of("dance", "run --quickly", "token --tenant sisemh", "start", "run --kafka-port")) {
            var result = suite(call.split(" "));
            assertEquals(2, result.status, call);
            assertTrue(result.text.matches("(?s).*\\. \\./suite help tells more\\.\\s*"), result.text);
        }
        assertEquals(1, suite("start", "zookeeper").status);
        assertEquals(0, suite("help").status);
    }

    private long pid(String name) throws IOException {
        return Long.parseLong(
                Files.readString(home.resolve("run/" + name + ".pid")).strip());
    }

    private Result suite(String... arguments) throws Exception {
        var process = process(arguments).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes());
        return new Result(process.waitFor(), text);
    }

    private ProcessBuilder process(String... arguments) {
        var command = new ArrayList<>(List.of(
                Checkout.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dtrayecto.root=" + Checkout.find().root(),
                "--class-path",
                System.getProperty("java.class.path"),
                Suite.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ports);
        builder.environment().put("TRAYECTO_HOME", home.toString());
        return builder;
    }
}
