package mx.trayecto.participants.centers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
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

/** Keeps the known centres and cohorts as programs-service's snapshots tell them; its other snapshots are not needed. */
@ApplicationScoped
class ProgramInbox implements InboxHandler {
    private static final String CENTER = "mx.trayecto.center.changed.v1";
    private static final String COHORT = "mx.trayecto.cohort.changed.v1";

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.programs.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        try (PreparedStatement center =
                        worker.prepareStatement("INSERT INTO known_center (tenant_id, id, closed_on, confidential)"
                                + " VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (tenant_id, id) DO UPDATE SET closed_on = EXCLUDED.closed_on,"
                                + " confidential = EXCLUDED.confidential");
                PreparedStatement cohort = worker.prepareStatement("INSERT INTO known_cohort (tenant_id, id, center_id)"
                        + " VALUES (?, ?, ?)"
                        + " ON CONFLICT (tenant_id, id) DO UPDATE SET center_id = EXCLUDED.center_id");
                PreparedStatement goneCenter =
                        worker.prepareStatement("DELETE FROM known_center WHERE tenant_id = ? AND id = ?");
                PreparedStatement goneCohort =
                        worker.prepareStatement("DELETE FROM known_cohort WHERE tenant_id = ? AND id = ?")) {
            Map<UUID, InboxEvent> last = new LinkedHashMap<>();
            events.forEach(event -> last.put(event.subject(), event));
            for (InboxEvent event : last.values()) {
                if (event.data() == null) { // gone in a restore; a tombstone does not say of what
                    add(goneCenter, event);
                    add(goneCohort, event);
                    continue;
                }
                switch (event.type()) {
                    case CENTER ->
                        add(
                                center,
                                event,
                                date(event.data().get("closedOn")),
                                event.data().path("confidential").asBoolean(true));
                    case COHORT -> add(cohort, event, uuid(event.data().get("center")));
                    default -> {
                        // organizations, agreements, programmes and pathways say nothing about people
                    }
                }
            }
            center.executeBatch();
            cohort.executeBatch();
            goneCenter.executeBatch();
            goneCohort.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, InboxEvent event, Object... value) throws SQLException {
        statement.setObject(1, event.tenant());
        statement.setObject(2, event.subject());
        for (int i = 0; i < value.length; i++) {
            statement.setObject(3 + i, value[i]);
        }
        statement.addBatch();
    }

    private static LocalDate date(JsonNode value) {
        try {
            return value == null || value.isNull() ? null : LocalDate.parse(value.asText());
        } catch (DateTimeException e) {
            throw new UnreadableEvent("closedOn is no date");
        }
    }

    private static UUID uuid(JsonNode value) {
        try {
            return UUID.fromString(value == null ? "" : value.asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("center is no id");
        }
    }
}
