package mx.trayecto.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows whether the audit is whole and sealed. A break does not make the service unready: it goes on, and on record. */
@Readiness
@ApplicationScoped
class AuditHealth implements HealthCheck {
    @Inject
    AuditWatch watch;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit")
                .withData("breaks", watch.breaks())
                .withData("waiting seconds", watch.waiting().toSeconds())
                .withData("unchecked seconds", watch.unchecked().toSeconds())
                .up()
                .build();
    }
}
