package mx.trayecto.participants.registry;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What differs between places that run the registry. */
@ConfigMapping(prefix = "trayecto.participants")
interface RegistryConfig {
    /** Whether a CURP may carry the sex X, issued since 2023 though the Instructivo of 2021 does not know it. */
    @WithDefault("true")
    boolean curpSexX();

    /** The zone in which "today" is meant where no learning centre gives one. */
    @WithDefault("America/Mexico_City")
    ZoneId zone();
}
