package mx.trayecto.programs.application;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How arrived applications are decided. */
@ConfigMapping(prefix = "trayecto.applications")
interface IntakeConfig {
    /** Off where a process only serves requests. */
    @WithDefault("true")
    boolean decide();

    /** How often to look without being woken: for what another process took in, or what is due again after a fault. */
    @WithDefault("500ms")
    Duration idle();

    /** Most applications to one cohort before the next has its turn; each is decided in its own transaction. */
    @WithDefault("100")
    int batch();

    /** Longest wait before an application whose decision failed is tried again. */
    @WithDefault("5m")
    Duration retry();
}
