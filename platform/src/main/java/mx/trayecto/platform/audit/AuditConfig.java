package mx.trayecto.platform.audit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the audit is sealed and checked. */
@ConfigMapping(prefix = "trayecto.audit")
public interface AuditConfig {
    /** Off only where another process of the same service seals. */
    @WithDefault("true")
    boolean seal();

    /** How often what was committed meanwhile is sealed. */
    @WithDefault("2s")
    Duration every();

    /** Most entries that are sealed in one transaction; large ones are fewer. */
    @WithDefault("2000")
    int batch();

    /** How often the newest seal of a tenant whose audit goes on is told in the log, where no database reaches. */
    @WithDefault("5m")
    Duration anchor();

    /** How often one of the processes checks all that was ever sealed. */
    @WithDefault("24h")
    Duration verify();
}
