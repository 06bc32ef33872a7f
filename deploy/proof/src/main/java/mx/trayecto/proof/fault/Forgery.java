package mx.trayecto.proof.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import mx.trayecto.proof.ProofFailure;

/**
 * Events of enrolments that nobody made, written straight to the topic: four of each enrolment, all readable but one in
 * the middle, which is no JSON.
 */
final class Forgery {
    static final String TOPIC = "trayecto.enrollments.v1";
    private static final List<String> STORY = List.of("applied", "enrolled", "module-completed", "withdrawn");
    private static final int POISONED = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID tenant;
    private final UUID program = UUID.randomUUID();
    private final UUID cohort = UUID.randomUUID();
    private UUID poisonedEnrollment;
    private UUID poisonedEvent;
    private JsonNode mended;

    Forgery(UUID tenant) {
        this.tenant = tenant;
    }

    UUID poisonedEnrollment() {
        return poisonedEnrollment;
    }

    UUID poisonedEvent() {
        return poisonedEvent;
    }

    /** What the unreadable one should have said. */
    JsonNode mended() {
        return mended;
    }

    void send(String brokers, int events) {
        int enrollments = events / STORY.size();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int n = 0; n < enrollments; n++) {
            forge(n == enrollments / 2, records);
        }
        send(brokers, records);
    }

    /** Returns when the broker has them all. */
    static void send(String brokers, List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings(brokers))) {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        } catch (ExecutionException e) {
            throw new ProofFailure("events could not be written: " + e.getCause(), e);
        }
    }

    private void forge(boolean poisoned, List<ProducerRecord<byte[], byte[]>> records) {
        UUID enrollment = UUID.randomUUID();
        UUID participant = UUID.randomUUID();
        for (int step = 0; step < STORY.size(); step++) {
            UUID id = UUID.randomUUID();
            JsonNode data = JSON.valueToTree(data(STORY.get(step), enrollment, participant, step));
            byte[] value = bytes(data);
            if (poisoned && step == POISONED) {
                poisonedEnrollment = enrollment;
                poisonedEvent = id;
                mended = data;
                value = "{\"enrollment\":".getBytes(StandardCharsets.UTF_8);
            }
            records.add(record(enrollment, id, STORY.get(step), step + 1, value));
        }
    }

    private Map<String, Object> data(String what, UUID enrollment, UUID participant, int step) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("enrollment", enrollment.toString());
        data.put("participant", participant.toString());
        data.put("program", program.toString());
        data.put("cohort", cohort.toString());
        data.put("on", "2024-07-0" + (step + 1));
        if (what.equals("module-completed")) {
            data.put("module", UUID.randomUUID().toString());
            data.put("hours", 8);
        } else if (what.equals("withdrawn")) {
            data.put("reason", "moved");
        }
        return data;
    }

    private ProducerRecord<byte[], byte[]> record(UUID enrollment, UUID id, String what, int sequence, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPIC, enrollment.toString().getBytes(StandardCharsets.UTF_8), value);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/nobody"); // of the service's own it would notice that it lacks them
        headers.put("ce_type", "mx.trayecto.enrollment." + what + ".v1");
        headers.put("ce_subject", enrollment.toString());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_epoch", "1");
        headers.put("ce_sequence", Integer.toString(sequence));
        headers.put("ce_tenant", tenant.toString());
        headers.put("content-type", "application/json");
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    static byte[] bytes(JsonNode data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Properties settings(String brokers) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }
}
