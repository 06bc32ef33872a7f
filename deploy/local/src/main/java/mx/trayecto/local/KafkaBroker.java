package mx.trayecto.local;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A real Kafka broker, one node on the loopback address. Topics and records stay in its folder. Topics are made by who
 * owns them, never by mistyping a name.
 */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaProgram program;
    private final Daemon daemon;

    private KafkaBroker(KafkaProgram program, Daemon daemon) {
        this.program = program;
        this.daemon = daemon;
    }

    /**
     * Starts a broker that ends with this JVM, and returns when it takes requests.
     *
     * @param dataDir made if absent
     * @param port 0 takes a free one
     * @param log where it writes what it has to say; appended to
     */
    public static KafkaBroker start(Path dataDir, int port, Path log) {
        var program = new KafkaProgram(dataDir.toAbsolutePath(), Ports.orFree(port));
        return new KafkaBroker(program, program.launch(log, daemon -> daemon.endWithThisJvm(program.stopSignal())));
    }

    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + program.port();
    }

    Daemon daemon() {
        return daemon;
    }

    /** Flushes and ends the broker; the data stay. */
    @Override
    public void close() {
        daemon.stop(program.stopSignal(), Duration.ofSeconds(30));
    }
}
