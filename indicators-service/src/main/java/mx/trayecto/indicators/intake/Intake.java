package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.trayecto.indicators.projection.Projection;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;

/** What all handlers do alike: wait for their turn, and remember up to which moment the figures reach. */
final class Intake {
    private static final String REACHED = "INSERT INTO freshness AS f (tenant_id, topic, as_of) VALUES (?, ?, ?)"
            + " ON CONFLICT (tenant_id, topic) DO UPDATE SET as_of = greatest(f.as_of, EXCLUDED.as_of)";

    private Intake() {}

    static Projection begin(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, Instant> reached = new LinkedHashMap<>();
        events.forEach(event ->
                reached.merge(event.tenant(), event.time(), (before, now) -> now.isAfter(before) ? now : before));
        Projection projection = Projection.of(worker, reached.keySet());
        try (PreparedStatement upsert = worker.prepareStatement(REACHED)) {
            for (Map.Entry<UUID, Instant> tenant : reached.entrySet()) {
                upsert.setObject(1, tenant.getKey());
                upsert.setString(2, events.getFirst().topic());
                upsert.setObject(3, tenant.getValue().atOffset(ZoneOffset.UTC));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        return projection;
    }

    /** What events of these subjects did to the figures is undone. */
    static void forget(Connection worker, Collection<InboxHandler.Subject> subjects) throws SQLException {
        Projection.of(
                        worker,
                        subjects.stream().map(InboxHandler.Subject::tenant).collect(Collectors.toSet()))
                .forget(subjects);
    }

    /** On topics of full snapshots the last of each subject is all that counts. */
    static Collection<InboxEvent> lastOfEach(List<InboxEvent> events) {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.subject(), event));
        return last.values();
    }

    /** What stands between the aggregate's name and the version: {@code graduated} of {@code …enrollment.graduated.v1}. */
    static String happened(InboxEvent event, String prefix) {
        return event.type() != null
                        && event.type().startsWith(prefix)
                        && event.type().endsWith(".v1")
                ? event.type().substring(prefix.length(), event.type().length() - ".v1".length())
                : "";
    }
}
