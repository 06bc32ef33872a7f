package mx.trayecto.participants.arco;

import java.time.Duration;
import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the law leaves to the tenants that this installation serves. */
@ConfigMapping(prefix = "trayecto.arco")
interface ArcoConfig {
    /**
     * How long cancelled data stay blocked before they are suppressed, as an ISO period: as long as somebody can still be
     * held liable for how they were used. Three years is when minor administrative faults prescribe (LGRA, art. 74).
     */
    @WithDefault("P3Y")
    Period blocking();

    /** How often overdue requests are counted, and data suppressed whose blocking is over. */
    @WithDefault("60s")
    Duration look();
}
