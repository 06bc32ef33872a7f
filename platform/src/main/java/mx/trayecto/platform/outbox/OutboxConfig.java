package mx.trayecto.platform.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave the database. */
@ConfigMapping(prefix = "trayecto.outbox")
public interface OutboxConfig {
    /** Off only where another process of the same service relays. */
    @WithDefault("true")
    boolean relay();

    /** Events sent before their acknowledgements are waited for. */
    @WithDefault("1000")
    int batch();

    /** How often an idle relay looks by itself; a commit in this process wakes it at once. */
    @WithDefault("50ms")
    Duration idle();

    /** How often it looks where it found events within the last second: other replicas' commits do not wake it. */
    @WithDefault("5ms")
    Duration busy();

    /** How often another replica tries to take over. */
    @WithDefault("500ms")
    Duration takeover();

    /** Replicas of each partition; brokers and min.isr decide what an acknowledgement is worth. */
    @WithDefault("1")
    short replication();

    /** How long published events stay in the outbox. */
    @WithDefault("7d")
    Duration keep();
}
