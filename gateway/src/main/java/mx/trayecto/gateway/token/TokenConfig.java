package mx.trayecto.gateway.token;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a token that was verified once is taken for verified. */
@ConfigMapping(prefix = "trayecto.gateway.tokens")
interface TokenConfig {
    /**
     * At most this long (never beyond its expiry): a signature is checked once, not with every request. A key that the
     * provider withdraws is honoured for so long, here and, after that, by the services.
     */
    @WithDefault("1m")
    Duration rememberedFor();

    /** At most this many; the least used are forgotten first. */
    @WithDefault("10000")
    int remembered();
}
