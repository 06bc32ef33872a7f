package mx.trayecto.platform.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads a record as a CloudEvent in Kafka's binary mode. */
@ApplicationScoped
class Decoder {
    @Inject
    ObjectMapper json;

    @Inject
    Handlers handlers;

    /**
     * Without its data where that tells nobody here anything.
     *
     * @throws UnreadableEvent where a header is missing or broken, or the value is not JSON
     */
    Received decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            String type = required(record, "ce_type");
            JsonNode data = record.value() == null || !handlers.read(record.topic(), type)
                    ? null
                    : json.readTree(record.value());
            InboxEvent event = new InboxEvent(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    UUID.fromString(required(record, "ce_id")),
                    type,
                    UUID.fromString(required(record, "ce_subject")),
                    Integer.parseInt(required(record, "ce_epoch")),
                    Long.parseLong(required(record, "ce_sequence")),
                    UUID.fromString(required(record, "ce_tenant")),
                    Instant.parse(required(record, "ce_time")),
                    header(record, "traceparent"),
                    data);
            String previous = header(record, "ce_previousepoch");
            return new Received(record, event, previous == null ? event.epoch() : Integer.parseInt(previous));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("unreadable: " + e.getClass().getSimpleName());
        }
    }

    /** Whom the record is about: its key, or where that cannot be read the subject that its headers name. */
    static UUID subject(ConsumerRecord<byte[], byte[]> record) {
        UUID key = key(record);
        return key == null ? uuid(header(record, "ce_subject")) : key;
    }

    /** Whom the records are about, as far as that can be read. */
    static Set<UUID> subjects(Collection<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(Decoder::subject).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Whether the key can be read. */
    static boolean keyed(ConsumerRecord<byte[], byte[]> record) {
        return key(record) != null;
    }

    private static UUID key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? null : uuid(new String(record.key(), StandardCharsets.UTF_8));
    }

    /** The UUID that a text is, or null. */
    static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private static String required(ConsumerRecord<byte[], byte[]> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new UnreadableEvent("header missing: " + name);
        }
        return value;
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
