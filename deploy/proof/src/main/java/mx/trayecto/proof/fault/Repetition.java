package mx.trayecto.proof.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import mx.trayecto.proof.check.Topics;

/**
 * Events delivered once more, as a mirrored or restored topic has them: of each enrolment the older half, long after what
 * came of it. Whoever applied them again would go back behind the newer half.
 */
final class Repetition {
    private Repetition() {}

    /** @return how many were sent */
    static int of(String brokers, UUID tenant) {
        Map<String, List<ConsumerRecord<byte[], byte[]>>> enrollments = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : new Topics(brokers).records()) {
            if (record.topic().equals(Forgery.TOPIC) && tenant.toString().equals(Topics.header(record, "ce_tenant"))) {
                enrollments
                        .computeIfAbsent(Topics.header(record, "ce_subject"), subject -> new ArrayList<>())
                        .add(record);
            }
        }
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        for (List<ConsumerRecord<byte[], byte[]>> events : enrollments.values()) {
            for (ConsumerRecord<byte[], byte[]> event : events.subList(0, events.size() / 2)) {
                again.add(new ProducerRecord<>(
                        event.topic(), event.partition(), event.key(), event.value(), event.headers()));
            }
        }
        Forgery.send(brokers, again);
        return again.size();
    }
}
