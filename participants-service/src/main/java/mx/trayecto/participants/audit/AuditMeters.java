package mx.trayecto.participants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import mx.trayecto.platform.audit.AuditWatch;

/** What those on watch see of the audit. Anything but zero breaks is an alert. */
@ApplicationScoped
class AuditMeters {
    static final String BREAKS = "trayecto.audit.breaks";
    static final String WAITING = "trayecto.audit.waiting";
    static final String UNCHECKED = "trayecto.audit.unchecked";

    @Inject
    AuditWatch watch;

    @Inject
    MeterRegistry meters;

    void register(@Observes StartupEvent start) {
        Gauge.builder(BREAKS, watch, AuditWatch::breaks)
                .description("Breaks found when the whole audit was checked last, and foreign entries since")
                .register(meters);
        Gauge.builder(WAITING, watch, w -> w.waiting().toSeconds())
                .description("How long the oldest entry has waited to be sealed")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(UNCHECKED, watch, w -> w.unchecked().toSeconds())
                .description("For how long nobody has checked all that was ever sealed")
                .baseUnit("seconds")
                .register(meters);
    }
}
