package mx.trayecto.programs.topic;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.platform.outbox.Publishes;
import mx.trayecto.platform.outbox.Topic;

/** The topics that this service publishes. */
@ApplicationScoped
public class Topics implements Publishes {
    /** What there is: organizations, agreements, centres, programmes, pathways, cohorts, staff; the latest state of each. */
    public static final Topic PROGRAMS = new Topic("trayecto.programs.v1", true);

    /** What happens to a woman in a programme, by enrolment; kept for ever. */
    public static final Topic ENROLLMENTS = new Topic("trayecto.enrollments.v1", false);

    /** Coded answers to instruments, by response; kept for ever. */
    public static final Topic SURVEYS = new Topic("trayecto.surveys.v1", false);

    /** What was held for many at once, by headcount; kept for ever. */
    public static final Topic ACTIVITIES = new Topic("trayecto.activities.v1", false);

    /** What a woman got besides training, by delivery; kept for ever. */
    public static final Topic DELIVERIES = new Topic("trayecto.deliveries.v1", false);

    /** What graduates hold, by credential; kept for ever. */
    public static final Topic CREDENTIALS = new Topic("trayecto.credentials.v1", false);

    @Override
    public List<Topic> topics() {
        return List.of(PROGRAMS, ENROLLMENTS, SURVEYS, ACTIVITIES, DELIVERIES, CREDENTIALS);
    }
}
