package mx.trayecto.programs;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Eventually;

/** What a topic tells of one aggregate. */
public record Told(String type, UUID id, long sequence, JsonNode data) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its events in order, once there are so many. */
    public static List<Told> of(String topic, UUID aggregate, int atLeast) {
        return Eventually.get(
                () -> Broker.read(topic, record -> aggregate.toString().equals(record.key())).stream()
                        .map(record -> new Told(
                                shortened(Broker.header(record, "ce_type")),
                                UUID.fromString(Broker.header(record, "ce_id")),
                                Long.parseLong(Broker.header(record, "ce_sequence")),
                                parse(record.value())))
                        .toList(),
                told -> told.size() >= atLeast);
    }

    /** The types alone, without prefix and version. */
    public static List<String> types(UUID enrollment, int atLeast) {
        return of(Group.ENROLLMENTS, enrollment, atLeast).stream()
                .map(Told::type)
                .toList();
    }

    private static String shortened(String type) {
        return type.replaceAll("^mx\\.trayecto\\.[a-z]+\\.|\\.v1$", "");
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
