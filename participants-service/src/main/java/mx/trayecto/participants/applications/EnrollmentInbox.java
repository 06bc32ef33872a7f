package mx.trayecto.participants.applications;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

/** Learns from enrolment events what became of applications, and which centres serve whom. */
@ApplicationScoped
class EnrollmentInbox implements InboxHandler {
    private static final String SERVED = "INSERT INTO served_at (tenant_id, participant_id, center_id)"
            + " SELECT DISTINCT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) ON CONFLICT DO NOTHING";
    private static final String DECIDED = "UPDATE application SET version = version + 1, status = ?,"
            + " enrollment_id = ?, reason = ? WHERE tenant_id = ? AND id = ?";

    private record Row(UUID tenant, UUID participant, UUID center) {}

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.enrollments.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Row> served = events.stream()
                .map(event -> new Row(event.tenant(), id(event, "participant", true), id(event, "center", false)))
                .filter(row -> row.center() != null)
                .toList();
        serve(worker, served);
        decide(worker, events);
    }

    private static void serve(Connection worker, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = worker.prepareStatement(SERVED)) {
            insert.setArray(
                    1,
                    worker.createArrayOf("uuid", rows.stream().map(Row::tenant).toArray()));
            insert.setArray(
                    2,
                    worker.createArrayOf(
                            "uuid", rows.stream().map(Row::participant).toArray()));
            insert.setArray(
                    3,
                    worker.createArrayOf("uuid", rows.stream().map(Row::center).toArray()));
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
