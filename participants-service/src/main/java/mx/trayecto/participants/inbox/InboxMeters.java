package mx.trayecto.participants.inbox;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import mx.trayecto.platform.inbox.DeadLetters;

/** What those on watch see of the events of other services. Anything but zero is an alert; readiness tells the topics. */
@ApplicationScoped
class InboxMeters {
    static final String PARKED = "trayecto.inbox.parked";

    @Inject
    DeadLetters deadLetters;

    @Inject
    MeterRegistry meters;

    void register(@Observes StartupEvent start) {
        Gauge.builder(PARKED, this, InboxMeters::parked)
                .description("Aggregates of other services that are set aside since an event could not be applied")
                .register(meters);
    }

    /** Not a number where the database cannot be asked: no comparison holds for it, so absence is an alert of its own. */
    private double parked() {
        try {
            return deadLetters.parked().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
