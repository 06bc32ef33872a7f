package mx.trayecto.platform.inbox;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how many keys are parked, by topic. They do not make the service
 * unready: everything else flows. An inbox that has stopped for good does.
 */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {
    @Inject
    DeadLetters deadLetters;

    @Inject
    Inbox inbox;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("inbox");
        if (inbox.stopped() != null) {
            return answer.withData("stopped", inbox.stopped()).down().build();
        }
        try {
            deadLetters.parked().forEach((topic, keys) -> answer.withData("parked " + topic, keys));
            return answer.up().build();
        } catch (SQLException e) {
            return answer.down().build();
        }
    }
}
