package mx.trayecto.programs.participant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Keeps the known participants from their snapshots. Only what enrolling needs is taken over; a tombstone leaves the row,
 * because her enrolments hang on it, and marks that she may not be enrolled any more; so does what is left of a merged record
 * whose data were suppressed.
 */
@ApplicationScoped
class ParticipantInbox implements InboxHandler {
    static final String TOPIC = "trayecto.participants.v1";

    private static final String SUPPRESSED = "mx.trayecto.participant.suppressed.v1";

    private static final String UPSERT = """
            INSERT INTO known_participant AS k (tenant_id, id, merged_into, suppressed, protected, attributes)
            SELECT s.tenant_id, s.id, s.merged_into, s.suppressed, s.protected, s.attributes::jsonb
              FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::boolean[], ?::text[])
                AS s (tenant_id, id, merged_into, suppressed, protected, attributes)
            ON CONFLICT (tenant_id, id) DO UPDATE
              SET merged_into = CASE WHEN EXCLUDED.suppressed THEN coalesce(EXCLUDED.merged_into, k.merged_into)
                                     ELSE EXCLUDED.merged_into END,
                  protected = CASE WHEN EXCLUDED.suppressed THEN k.protected ELSE EXCLUDED.protected END,
                  suppressed = EXCLUDED.suppressed,
                  attributes = EXCLUDED.attributes""";

    @Inject
    Event<ParticipantsArrived> arrived;

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.subject(), event));
        new Pipeline(worker)
                .write(
                        UPSERT,
                        Columns.of(last.values())
                                .uuid(InboxEvent::tenant)
                                .uuid(InboxEvent::subject)
                                .uuid(ParticipantInbox::mergedInto)
                                .flag(ParticipantInbox::suppressed)
                                .flag(event -> event.data() != null
                                        && event.data().path("protected").asBoolean())
                                .text(ParticipantInbox::attributes))
                .count();
    }

    @Override
    public void afterCommit() {
        arrived.fire(new ParticipantsArrived());
    }

    private static boolean suppressed(InboxEvent event) {
        return event.data() == null || SUPPRESSED.equals(event.type());
    }

    /** Null of whom nothing is told any more. */
    private static String attributes(InboxEvent event) {
        return suppressed(event) || event.data().hasNonNull("mergedInto")
                ? null
                : Attribute.kept(event.data()).toString();
    }

    private static UUID mergedInto(InboxEvent event) {
        JsonNode survivor = event.data() == null ? null : event.data().get("mergedInto");
        if (survivor == null || survivor.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(survivor.asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("mergedInto is no id");
        }
    }
}
