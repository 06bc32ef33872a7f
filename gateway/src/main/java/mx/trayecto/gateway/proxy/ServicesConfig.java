package mx.trayecto.gateway.proxy;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import mx.trayecto.gateway.contract.Service;

/** Where the services are and how they are called. */
@ConfigMapping(prefix = "trayecto.gateway")
interface ServicesConfig {
    /** Base address of the participants-service, without path. */
    URI participantsUrl();

    /** Base address of the programs-service, without path. */
    URI programsUrl();

    /** Base address of the indicators-service, without path. */
    URI indicatorsUrl();

    Connections connections();

    default URI url(Service service) {
        return switch (service) {
            case PARTICIPANTS -> participantsUrl();
            case PROGRAMS -> programsUrl();
            case INDICATORS -> indicatorsUrl();
        };
    }

    /** The connections kept open to each service, by each event loop (two per core). */
    interface Connections {
        /** At most so many at once. */
        @WithDefault("64")
        int perService();

        /** Requests that wait for a free connection; more are refused with 503. */
        @WithDefault("250")
        int waiting();

        /** To set one up. A service that is away is to be noticed within two seconds. */
        @WithDefault("1s")
        Duration connectTime();

        /**
         * Without any byte in either direction, a connection is given up: it ends answers and uploads that stand still.
         * Longer than the time allowed for a request.
         */
        @WithDefault("40s")
        Duration idleTime();

        /** An unused connection is kept so long; less than the services keep theirs. */
        @WithDefault("60s")
        Duration keepAlive();

        /** Seconds that a refused client is told to wait. */
        @WithDefault("2")
        int retryAfter();
    }
}
