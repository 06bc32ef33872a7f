package mx.trayecto.participants.conflicts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** Learns from enrolment events which enrolments are under way; one that ended is forgotten. */
@ApplicationScoped
class LiveEnrollmentInbox implements InboxHandler {
    private static final Set<String> LIVE = types(
            "applied",
            "waitlisted",
            "offered",
            "enrolled",
            "activated",
            "deferred",
            "transferred",
            "graduation-revoked");
    private static final Set<String> ENDED = types("graduated", "rejected", "withdrawn", "declined", "offer-expired");

    private static final String GOES_ON = "INSERT INTO live_enrollment"
            + " (tenant_id, id, participant_id, program_id, center_id)"
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])"
            + " ON CONFLICT (tenant_id, id) DO UPDATE SET participant_id = EXCLUDED.participant_id,"
            + " program_id = EXCLUDED.program_id, center_id = EXCLUDED.center_id";
    private static final String GOES_ON_NO_MORE = "DELETE FROM live_enrollment e"
            + " USING unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)"
            + " WHERE e.tenant_id = s.tenant_id AND e.id = s.id";

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.enrollments.v1");
    }

    @Override
    public boolean reads(String type) {
        return LIVE.contains(type) || ENDED.contains(type);
    }

    /** Of each enrolment's events in order, the last that says whether it is under way holds. */
    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.subject(), event));
        List<InboxEvent> live = new ArrayList<>();
        List<Subject> ended = new ArrayList<>();
        for (InboxEvent event : last.values()) {
            if (LIVE.contains(event.type()) && tellsWhere(event)) {
                live.add(event);
            } else {
                ended.add(new Subject(event.tenant(), event.subject()));
            }
        }
        Pipeline database = new Pipeline(worker);
        remove(database, ended);
        if (!live.isEmpty()) {
            database.write(
                    GOES_ON,
                    Columns.of(live)
                            .uuid(InboxEvent::tenant)
                            .uuid(InboxEvent::subject)
                            .uuid(event -> id(event, "participant"))
                            .uuid(event -> id(event, "program"))
                            .uuid(event -> id(event, "center")));
        }
        database.send();
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Pipeline database = new Pipeline(worker);
        remove(database, subjects);
        database.send();
    }

    private static void remove(Pipeline database, Collection<Subject> enrollments) {
        if (!enrollments.isEmpty()) {
            database.write(
                    GOES_ON_NO_MORE,
                    Columns.of(enrollments).uuid(Subject::tenant).uuid(Subject::id));
        }
    }

    private static Set<String> types(String... happened) {
        return Stream.of(happened)
                .map(what -> "mx.trayecto.enrollment." + what + ".v1")
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What names no programme conflicts with nothing in it. */
    private static boolean tellsWhere(InboxEvent event) {
        return event.data() != null
                && event.data().hasNonNull("program")
                && event.data().hasNonNull("center");
    }

    private static UUID id(InboxEvent event, String field) {
        try {
            return UUID.fromString(event.data().path(field).asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(field + " is no id");
        }
    }
}
