package mx.trayecto.platform.inbox;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events of other services are taken in. */
@ConfigMapping(prefix = "trayecto.inbox")
public interface InboxConfig {
    /** Off where a process only serves requests. */
    @WithDefault("true")
    boolean consume();

    /** The consumer group: the service's name. */
    @WithDefault("${quarkus.application.name}")
    String group();

    /** Most events applied in one transaction. */
    @WithDefault("500")
    int batch();

    /** Least time from one batch to the next: more where what is taken in may be late, as fewer batches cost less. */
    @WithDefault("0ms")
    Duration gather();

    /** Most memory for what a topic held of subjects whose producer was restored; the topic is read again for the rest. */
    @WithDefault("32M")
    MemorySize history();

    /** First wait after a fault that passes; doubled up to thirty times. */
    @WithDefault("200ms")
    Duration backoff();

    /** How long a read waits for a position. */
    @WithDefault("5s")
    Duration patience();
}
