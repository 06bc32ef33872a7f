package mx.trayecto.programs.enrollment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.outbox.Event;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.programs.topic.Topics;

/** What happened in enrolments, told in the transaction in which it happened. */
@ApplicationScoped
public class EnrollmentLog {
    @Inject
    Outbox outbox;

    /** Tells the events in the order given for each subject, in one statement. */
    public void append(List<EnrollmentEvent> told) {
        outbox.appendAll(told.stream()
                .map(e -> new Event(Topics.ENROLLMENTS, e.subject(), e.type(), e.data()))
                .toList());
    }
}
