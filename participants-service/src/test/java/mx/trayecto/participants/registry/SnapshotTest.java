package mx.trayecto.participants.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What other services are told of a person. */
@QuarkusTest
@TrayectoTest
class SnapshotTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    private static List<ConsumerRecord<String, String>> events(String id, int count) {
        return Eventually.get(
                () -> Broker.read("trayecto.participants.v1", r -> r.key().equals(id)), found -> found.size() >= count);
    }

    @Test
    void isTheGoldenFile() throws IOException {
        Map<String, Object> told = People.everything();
        told.put("birthDate", "1985-11-02");
        told.remove("curp");
        told.put("registeredOn", "2024-06-03");
        String id = People.registered(registrar, told);
        Caller.patch(registrar, "\"v0\"")
                .body("{\"residence\":{\"municipality\":\"14097\",\"locality\":null},"
                        + "\"effective\":{\"from\":\"2024-09-01\"}}")
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);

        ConsumerRecord<String, String> record = events(id, 2).get(1);

        ObjectNode golden = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("events", "mx.trayecto.participant.changed.v1.json")));
        golden.put("participant", id);
        JsonNode published = JSON.readTree(record.value());
        assertEquals(golden.toPrettyString(), published.toPrettyString());
        assertEquals("mx.trayecto.participant.changed.v1", Broker.header(record, "ce_type"));
        assertEquals(id, Broker.header(record, "ce_subject"));
        assertEquals("2", Broker.header(record, "ce_sequence"));
        assertEquals(tenant.toString(), Broker.header(record, "ce_tenant"));
    }

    @Test
    void ofAMergedRecordIsTheGoldenFileUntilTheMergeIsTakenBack() throws IOException {
        String kept = People.registered(registrar, People.woman());
        String merged = People.registered(registrar, People.everything());
        String path = "/v1/participants/" + kept + "/merges";
        String merge = Caller.post(registrar)
                .body(Map.of("record", merged, "reason", "registered-twice"))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Caller.post(registrar)
                .body(Map.of("reason", "wrong-record"))
                .post(path + "/" + merge + "/reversal")
                .then()
                .statusCode(200);

        List<ConsumerRecord<String, String>> told = events(merged, 3);
        ObjectNode golden = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("events", "mx.trayecto.participant.changed.v1-merged.json")));
        golden.put("participant", merged);
        golden.put("mergedInto", kept);
        assertEquals(golden, JSON.readTree(told.get(1).value()));
        assertEquals("mx.trayecto.participant.changed.v1", Broker.header(told.get(1), "ce_type"));
        assertEquals(
                JSON.readTree(told.getFirst().value()),
                JSON.readTree(told.get(2).value()));
    }

    @Test
    void isNotToldWhereNothingOfItChanged() {
        String id = People.registered(registrar, People.woman());
        Caller.patch(registrar, "\"v0\"")
                .body(Map.of("phone", "3312345678"))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        Caller.patch(registrar, "\"v1\"")
                .body(Map.of("schooling", "primary"))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        List<ConsumerRecord<String, String>> events = events(id, 2);
        assertEquals(2, events.size());
        assertEquals("2", Broker.header(events.get(1), "ce_sequence"));
        assertFalse(events.get(1).value().contains("1234"));
    }
}
