package mx.trayecto.proof.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A record of a topic.
 *
 * @param previousEpoch of its aggregate's event before it: another than its own after a restore
 * @param trace 32 hexadecimal digits of its {@code traceparent}: which write it came from; null without one
 * @param value JSON as it lies there, read when it is needed: all of a long proof's are in memory at once; null for a
 *     tombstone
 */
public record Event(
        String topic,
        int partition,
        long offset,
        String tenant,
        String key,
        int epoch,
        int previousEpoch,
        long sequence,
        String id,
        String type,
        String trace,
        byte[] value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Null for a tombstone, and where it cannot be read. */
    public JsonNode data() {
        try {
            return value == null ? null : JSON.readTree(value);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** {@code topic/key/epoch.sequence}, as acknowledgements name it. */
    String position() {
        return topic + "/" + key + "/" + epoch + "." + sequence;
    }

    String aggregate() {
        return topic + "/" + key;
    }

    /** The position of the event that it comes after; of the first there is none. */
    String predecessor() {
        return topic + "/" + key + "/" + previousEpoch + "." + (sequence - 1);
    }

    boolean before(Event other) {
        return epoch < other.epoch || epoch == other.epoch && sequence < other.sequence;
    }

    Event saying(JsonNode other) {
        return new Event(
                topic,
                partition,
                offset,
                tenant,
                key,
                epoch,
                previousEpoch,
                sequence,
                id,
                type,
                trace,
                other == null ? null : other.toString().getBytes(StandardCharsets.UTF_8));
    }
}
