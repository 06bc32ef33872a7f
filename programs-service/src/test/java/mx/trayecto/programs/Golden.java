package mx.trayecto.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The golden events in {@code events/}: what consumers are tested against is what this service really sends. */
public final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"";

    private Golden() {}

    /** The value of a golden file. */
    public static JsonNode of(String type) throws IOException {
        return JSON.readTree(Files.readString(file(type)));
    }

    /**
     * The last event of an aggregate on the wire is its golden file, but for the values of ids. {@code
     * -Devents.update=true} writes the file from what was sent.
     */
    public static JsonNode assertSent(String topic, UUID aggregate, String type) throws IOException {
        ConsumerRecord<String, String> last = last(topic, aggregate, type);
        if (Boolean.getBoolean("events.update")) {
            Files.writeString(
                    file(type),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(last.value())) + "\n");
        }
        assertEquals(anyId(of(type)), anyId(JSON.readTree(last.value())), type);
        return JSON.readTree(last.value());
    }

    /** The last event of an aggregate, waiting until all are sent that were written and it is of this type. */
    public static ConsumerRecord<String, String> last(String topic, UUID aggregate, String type) {
        return Eventually.get(
                        () -> all(topic, aggregate),
                        sent -> sent.size() >= written(aggregate)
                                && type.equals(Broker.header(sent.getLast(), "ce_type")))
                .getLast();
    }

    private static int written(UUID aggregate) {
        try {
            return Math.max(
                    1,
                    Database.query("programs", "SELECT id FROM outbox WHERE aggregate_id = ?", aggregate)
                            .size());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** All events of an aggregate so far, in order; what the relay sent again stands once. */
    public static List<ConsumerRecord<String, String>> all(String topic, UUID aggregate) {
        Set<String> seen = new HashSet<>();
        return Broker.read(
                topic, record -> aggregate.toString().equals(record.key()) && seen.add(Broker.header(record, "ce_id")));
    }

    private static Path file(String type) {
        return Path.of("events", type + ".json");
    }

    private static String anyId(JsonNode value) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value).replaceAll(ID, "\"an id\"");
    }
}
