package mx.trayecto.participants.applications;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/** Learns from enrolment events what became of applications, and which centres serve whom. */
@ApplicationScoped
class EnrollmentInbox implements InboxHandler {
    private static final String SERVED = "INSERT INTO served_at"
            + " (tenant_id, participant_id, center_id, enrollment_id)"
            + " SELECT DISTINCT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) ON CONFLICT DO NOTHING";
    private static final String SERVED_NO_MORE = "DELETE FROM served_at a"
            + " USING unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)"
            + " WHERE a.tenant_id = s.tenant_id AND a.enrollment_id = s.id";

    /** One that ended, after which she has applied again, stays ended: two would be live. */
    private static final String UNDECIDED = """
            UPDATE application a
               SET version = version + 1,
                   status = CASE WHEN EXISTS (
                     SELECT FROM application o
                      WHERE o.tenant_id = a.tenant_id AND o.participant_id = a.participant_id
                        AND o.cohort_id = a.cohort_id AND o.id <> a.id
                        AND (o.status NOT IN ('REJECTED', 'WITHDRAWN', 'DECLINED', 'OFFER_EXPIRED')
                          OR o.id > a.id AND o.enrollment_id = ANY (?)))
                     THEN status ELSE 'SUBMITTED' END,
                   enrollment_id = NULL, reason = NULL
              FROM unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)
             WHERE a.tenant_id = s.tenant_id AND a.enrollment_id = s.id""";

    private static final String DECIDED = "UPDATE application SET version = version + 1, status = ?,"
            + " enrollment_id = ?, reason = ? WHERE tenant_id = ? AND id = ?";

    private record Row(UUID tenant, UUID participant, UUID center, UUID enrollment) {}

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.enrollments.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Row> served = events.stream()
                .map(event -> new Row(
                        event.tenant(), id(event, "participant", true), id(event, "center", false), event.subject()))
                .filter(row -> row.center() != null)
                .toList();
        serve(worker, served);
        decide(worker, events);
    }

    private static void serve(Connection worker, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = worker.prepareStatement(SERVED)) {
            insert.setArray(1, ids(worker, rows, Row::tenant));
            insert.setArray(2, ids(worker, rows, Row::participant));
            insert.setArray(3, ids(worker, rows, Row::center));
            insert.setArray(4, ids(worker, rows, Row::enrollment));
            insert.executeUpdate();
        }
    }

    /** An enrolment's events are in order, so the last of an application in the batch is how it stands. */
    private static void decide(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        for (InboxEvent event : events) {
            UUID application = id(event, "application", false);
            if (application != null && ApplicationStatus.toldBy(event.type()).isPresent()) {
                last.put(application, event);
            }
        }
        try (PreparedStatement update = worker.prepareStatement(DECIDED)) {
            for (Map.Entry<UUID, InboxEvent> entry : last.entrySet()) {
                InboxEvent event = entry.getValue();
                update.setString(
                        1, ApplicationStatus.toldBy(event.type()).orElseThrow().name());
                update.setObject(2, id(event, "enrollment", false));
                update.setString(3, event.data().path("reason").asText(null));
                update.setObject(4, event.tenant());
                update.setObject(5, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Her centres are served only by what remains, and her application waits again. */
    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        try (PreparedStatement delete = worker.prepareStatement(SERVED_NO_MORE);
                PreparedStatement update = worker.prepareStatement(UNDECIDED)) {
            delete.setArray(1, ids(worker, subjects, Subject::tenant));
            delete.setArray(2, ids(worker, subjects, Subject::id));
            delete.executeUpdate();
            update.setArray(1, ids(worker, subjects, Subject::id));
            update.setArray(2, ids(worker, subjects, Subject::tenant));
            update.setArray(3, ids(worker, subjects, Subject::id));
            update.executeUpdate();
        }
    }

    private static <T> Array ids(Connection worker, Collection<T> rows, Function<T, UUID> id) throws SQLException {
        return worker.createArrayOf("uuid", rows.stream().map(id).toArray());
    }

    private static UUID id(InboxEvent event, String field, boolean required) {
        JsonNode value = event.data() == null ? null : event.data().get(field);
        if (!required && (value == null || value.isNull())) {
            return null;
        }
        try {
            return UUID.fromString(value == null ? "" : value.asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(field + " is no id");
        }
    }
}
