package mx.trayecto.indicators.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.trayecto.indicators.projection.Projection;
import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** What all handlers do alike: wait for their turn, and remember up to which moment the figures reach. */
final class Intake {
    private static final String REACHED = "INSERT INTO freshness AS f (tenant_id, topic, as_of)"
            + " SELECT r.tenant_id, ?, r.as_of FROM unnest(?::uuid[], ?::timestamptz[]) AS r (tenant_id, as_of)"
            + " ON CONFLICT (tenant_id, topic) DO UPDATE SET as_of = greatest(f.as_of, EXCLUDED.as_of)";

    private Intake() {}

    /** What is done to the figures in one's turn. */
    @FunctionalInterface
    interface Step {
        void on(Projection projection) throws SQLException;
    }

    /** Does to the figures of the events' tenants what follows from the events. */
    static void take(Connection worker, List<InboxEvent> events, Step step) throws SQLException {
        Map<UUID, Instant> reached = new TreeMap<>();
        events.forEach(event ->
                reached.merge(event.tenant(), event.time(), (before, now) -> now.isAfter(before) ? now : before));
        Pipeline database = new Pipeline(worker);
        Projection projection = Projection.of(database, reached.keySet());
        database.write(
                REACHED,
                events.getFirst().topic(),
                Columns.of(reached.entrySet()).uuid(Map.Entry::getKey).time(Map.Entry::getValue));
        step.on(projection);
        database.send();
    }

    /** What events of these subjects did to the figures is undone. */
    static void forget(Connection worker, Collection<InboxHandler.Subject> subjects) throws SQLException {
        Pipeline database = new Pipeline(worker);
        Projection.of(
                        database,
                        subjects.stream().map(InboxHandler.Subject::tenant).collect(Collectors.toSet()))
                .forget(subjects);
        database.send();
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
