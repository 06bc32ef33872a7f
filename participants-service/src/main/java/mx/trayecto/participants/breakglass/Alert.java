package mx.trayecto.participants.breakglass;

import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Tells those on watch that a protected record was opened, once it is true: which, and to whom, stands in the access. */
@ApplicationScoped
class Alert {
    static final String METER = "trayecto.identity.accesses";

    private static final Logger LOG = Logger.getLogger(Alert.class);

    @Inject
    MeterRegistry meters;

    /** A record was opened. */
    record Opened(UUID access, AccessReason reason) {}

    /** From zero on, so that the first access after a start is seen as a rise. */
    void register(@Observes StartupEvent start) {
        Arrays.stream(AccessReason.values()).forEach(this::counter);
    }

    void raise(@Observes(during = TransactionPhase.AFTER_SUCCESS) Opened opened) {
        counter(opened.reason()).increment();
        LOG.warnf("a protected record was opened: identity access %s, to be reviewed", opened.access());
    }

    private Counter counter(AccessReason reason) {
        return meters.counter(METER, "reason", reason.name().toLowerCase().replace('_', '-'));
    }
}
