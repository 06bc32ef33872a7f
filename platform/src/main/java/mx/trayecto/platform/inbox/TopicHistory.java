package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads again what a topic that is kept for ever holds of some subjects. */
@ApplicationScoped
class TopicHistory {
    private static final Duration POLL = Duration.ofMillis(500);

    /** Without a record for this long the broker is taken to be away; the batch is then tried again as a whole. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Decoder decoder;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /**
     * What can be read of these subjects, from the partition's beginning up to and with an offset. The whole partition is
     * read once, however many the subjects are.
     *
     * @param waiting the transaction that waits for it: given a sign of life meanwhile, or the server would end it
     */
    Map<UUID, List<Received>> read(TopicPartition partition, Set<UUID> subjects, long last, Connection waiting)
            throws SQLException {
        Map<UUID, List<Received>> history = new HashMap<>();
        subjects.forEach(subject -> history.put(subject, new ArrayList<>()));
        try (KafkaConsumer<byte[], byte[]> reader =
                        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Statement alive = waiting.createStatement()) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            Instant until = Instant.now().plus(PATIENCE);
            while (reader.position(partition) <= last) {
                List<ConsumerRecord<byte[], byte[]>> records = reader.poll(POLL).records(partition);
                records.stream().filter(record -> record.offset() <= last).forEach(record -> keep(record, history));
                alive.execute("SELECT 1");
                if (!records.isEmpty()) {
                    until = Instant.now().plus(PATIENCE);
                } else if (Instant.now().isAfter(until)) {
                    throw new IllegalStateException("the history in " + partition + " cannot be read now");
                }
            }
        }
        return history;
    }

    /** What cannot be decoded was set aside when it came; where it is needed now, its absence shows. */
    private void keep(ConsumerRecord<byte[], byte[]> record, Map<UUID, List<Received>> history) {
        List<Received> known = history.get(Decoder.subject(record));
        if (known != null) {
            try {
                known.add(decoder.decode(record));
            } catch (UnreadableEvent aside) {
                // see above
            }
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }
}
