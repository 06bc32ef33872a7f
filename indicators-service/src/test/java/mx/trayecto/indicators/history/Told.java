package mx.trayecto.indicators.history;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.platform.inbox.InboxEvent;

/** One event as its producer told it. */
public record Told(String topic, UUID tenant, UUID id, UUID subject, long sequence, String type, ObjectNode data) {
    private static final int PARTITIONS = 3;

    public int partition() {
        return Math.floorMod(subject.hashCode(), PARTITIONS);
    }

    /** Adds a field; null stays out, as unknown does with the producers. */
    public Told with(String field, Object value) {
        data.setAll(Story.object(field, value));
        return this;
    }

    /** The same as told by another tenant. */
    public Told under(UUID other) {
        return new Told(topic, other, id, subject, sequence, type, data);
    }

    /** As the inbox hands it to its handlers. */
    public InboxEvent received(long offset) {
        JsonNode copy = data == null ? null : data.deepCopy();
        return new InboxEvent(
                topic, partition(), offset, id, type, subject, 1, sequence, tenant, Instant.now(), null, copy);
    }
}
