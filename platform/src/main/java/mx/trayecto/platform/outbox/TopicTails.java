package mx.trayecto.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what this service told last, from the ends of its own topics. */
@ApplicationScoped
class TopicTails {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Offsets looked at first, in each partition: more than the batch that a relay which woke up late sent once more. */
    private static final long LAST = 1_200;

    @Inject
    Topics topics;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /** An event that the broker holds. */
    record Told(UUID tenant, UUID aggregate, int epoch, long sequence, UUID event) {}

    /**
     * The last events of every partition: one at least wherever there is one that is the service's own.
     *
     * @param waiting the session that waits for it: given a sign of life meanwhile, or the server would end it
     */
    List<Told> read(Connection waiting) throws SQLException {
        List<Told> told = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = topics.all()
                    .flatMap(topic -> reader.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> beginnings = reader.beginningOffsets(all);
            Map<TopicPartition, Long> ends = reader.endOffsets(all);
            Set<TopicPartition> left = new HashSet<>(all);
            // a batch that was broken off leaves offsets that nobody sees: then further back
            for (long window = LAST; !left.isEmpty(); window *= 10) {
                long back = window;
                reader.assign(left);
                left.forEach(p -> reader.seek(p, Math.max(beginnings.get(p), ends.get(p) - back)));
                Set<TopicPartition> found = read(reader, ends, told, waiting);
                left.removeIf(p -> found.contains(p) || ends.get(p) - back <= beginnings.get(p));
            }
        }
        return told;
    }

    private Set<TopicPartition> read(
            KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends, List<Told> told, Connection waiting)
            throws SQLException {
        Set<TopicPartition> found = new HashSet<>();
        Instant until = Instant.now().plus(PATIENCE);
        while (reader.assignment().stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
            ConsumerRecords<byte[], byte[]> records = reader.poll(POLL);
            try (Statement alive = waiting.createStatement()) {
                alive.execute("SELECT 1");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                own(record).ifPresent(event -> {
                    told.add(event);
                    found.add(new TopicPartition(record.topic(), record.partition()));
                });
            }
            if (!records.isEmpty()) {
                until = Instant.now().plus(PATIENCE);
            } else if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("the ends of the topics cannot be read now");
            }
        }
        return found;
    }

    /** What another wrote into the topic says nothing about this database. */
    private Optional<Told> own(ConsumerRecord<byte[], byte[]> record) {
        try {
            return ("/" + service).equals(header(record, "ce_source"))
                    ? Optional.of(new Told(
                            UUID.fromString(header(record, "ce_tenant")),
                            UUID.fromString(header(record, "ce_subject")),
                            Integer.parseInt(header(record, "ce_epoch")),
                            Long.parseLong(header(record, "ce_sequence")),
                            UUID.fromString(header(record, "ce_id"))))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }
}
