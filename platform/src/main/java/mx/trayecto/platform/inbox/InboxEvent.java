package mx.trayecto.platform.inbox;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One event as received.
 *
 * @param type such as {@code mx.trayecto.enrollment.graduated.v1}
 * @param subject the aggregate it tells of
 * @param epoch raised on every restore of the producer's database
 * @param sequence the aggregate's own count of events; (epoch, sequence) orders them
 * @param data null for a tombstone, and where it tells nobody here anything
 */
public record InboxEvent(
        String topic,
        int partition,
        long offset,
        UUID id,
        String type,
        UUID subject,
        int epoch,
        long sequence,
        UUID tenant,
        Instant time,
        String traceparent,
        JsonNode data) {
    static final String RESTORED = ".restored.v1";

    /** Whether it only says that its producer was restored, and so makes void what is not before it. */
    boolean marker() {
        return data != null && type.endsWith(RESTORED);
    }
}
