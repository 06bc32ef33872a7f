package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.indicators.fact.Change;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;

/** {@code trayecto.enrollments.v1}: what happened in enrolments becomes facts. */
@ApplicationScoped
class EnrollmentEvents implements InboxHandler {
    @Override
    public Set<String> topics() {
        return Set.of("trayecto.enrollments.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Change> changes = new ArrayList<>();
        events.forEach(event -> changes.addAll(new EnrollmentFacts(event).changes()));
        Intake.take(worker, events, figures -> figures.change(changes));
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Intake.forget(worker, subjects);
    }
}
