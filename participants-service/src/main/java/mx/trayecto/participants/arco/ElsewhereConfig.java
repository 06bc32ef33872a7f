package mx.trayecto.participants.arco;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the other services are asked what they hold of a person, and how long they may take to say it. */
@ConfigMapping(prefix = "trayecto.elsewhere")
interface ElsewhereConfig {
    /**
     * Base address of programs-service, without path: its own, not the gateway's. A person's data and the officer's token go
     * there, so in production it is named, and https or within the cluster ({@link ElsewhereCheck}).
     */
    @WithDefault("http://localhost:8082")
    URI programsUrl();

    /** To set a connection up. */
    @WithDefault("2s")
    Duration connectTime();

    /** Until all of the answer is here. A transaction waits meanwhile: the database ends it after 10 s. */
    @WithDefault("6s")
    Duration time();

    /** At most so many archives are made at once; who asks for another is told to come back. */
    @WithDefault("3")
    int atOnce();
}
