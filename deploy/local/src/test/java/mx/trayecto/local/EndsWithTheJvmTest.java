package mx.trayecto.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

class EndsWithTheJvmTest {

    /** A JVM of its own that starts both servers, says their process numbers and is killed. */
    public static class Owner {
        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var postgres = PostgresServer.start(folder.resolve("postgres"), 0, Passwords.random());
            var kafka = KafkaBroker.start(folder.resolve("kafka"), 0, folder.resolve("kafka.log"));
            System.out.println(postgres.daemon().pid() + " " + kafka.daemon().pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void serversOfAKilledJvmEnd(@TempDir Path folder) throws Exception {
        var owner = new ProcessBuilder(List.of(
                        Checkout.java(),
                        "-Dtrayecto.root=" + Checkout.find().root(),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var servers = Stream.of(owner.inputReader().readLine().split(" "))
                .map(pid -> Daemon.find(Long.parseLong(pid), folder.toString()).orElseThrow())
                .toList();
        owner.destroyForcibly().waitFor();

        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (servers.stream().anyMatch(Daemon::alive) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(servers.stream().noneMatch(Daemon::alive));
    }
}
