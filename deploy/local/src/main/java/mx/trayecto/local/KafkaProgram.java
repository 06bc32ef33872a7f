package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Kafka node on one folder and one port, in a JVM of its own with the libraries of its release. */
record KafkaProgram(Path dataDir, int port) implements Program {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String mark() {
        return "-Dtrayecto.kafka=" + dataDir;
    }

    @Override
    public List<String> command() {
        var checkout = Checkout.find();
        return List.of(
                Checkout.java(),
                mark(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "--class-path",
                checkout.built("classes") + ":" + checkout.built("kafka-lib") + "/*:" + checkout.built("lib") + "/*",
                "mx.trayecto.local.broker.KafkaNode",
                dataDir.toString(),
                Integer.toString(port),
                Integer.toString(Ports.free())); // the controller's, for nobody but the node itself
    }

    /** Long, for the repair after a crash. */
    @Override
    public Duration startPatience() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(dataDir);
            Files.deleteIfExists(readyFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready(Daemon daemon) {
        return Files.exists(readyFile());
    }

    /** Written by the node when it takes requests. */
    private Path readyFile() {
        return dataDir.resolve("ready");
    }
}
