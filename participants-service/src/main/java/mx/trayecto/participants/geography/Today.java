package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The day it is where the registry runs. */
@ApplicationScoped
class Today {
    private final ZoneId zone;

    @Inject
    Today(@ConfigProperty(name = "trayecto.participants.zone", defaultValue = "America/Mexico_City") ZoneId zone) {
        this.zone = zone;
    }

    protected Today() {
        this(ZoneId.of("UTC"));
    }

    LocalDate get() {
        return LocalDate.now(zone);
    }
}
