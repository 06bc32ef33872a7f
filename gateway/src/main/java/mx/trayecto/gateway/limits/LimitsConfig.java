package mx.trayecto.gateway.limits;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a client may ask of the gateway. The contract tells these figures: whoever changes them changes it too. */
@ConfigMapping(prefix = "trayecto.gateway.limits")
public interface LimitsConfig {
    /** The largest body. */
    @WithDefault("1M")
    MemorySize body();

    /** The largest body of a bulk import. */
    @WithDefault("50M")
    MemorySize importBody();

    /** All headers of a request together: reads may carry long positions to wait for. */
    @WithDefault("32K")
    MemorySize headers();

    /** The longest path with query; as much as a service reads in a first line. */
    @WithDefault("4000")
    MemorySize uri();

    /** From the first byte of a request to the first byte of its answer. */
    @WithDefault("30s")
    Duration time();

    /** The same for a bulk import, which takes its time to arrive over a slow line. */
    @WithDefault("5m")
    Duration importTime();

    /** Requests of one client that change nothing. */
    Allowance reads();

    /** Requests of one client that change something. */
    Allowance writes();

    /** A bucket per client in each replica of the gateway: full at first, refilled evenly. */
    interface Allowance {
        /** As many may be made at once. */
        @WithDefault("1000")
        long requests();

        /** The time in which so many come back. */
        @WithDefault("2s")
        Duration window();
    }
}
