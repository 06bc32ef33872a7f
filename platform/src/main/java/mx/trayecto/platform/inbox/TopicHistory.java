package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Inject
    InboxConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /**
     * What can be read of these subjects, from their partitions' beginning up to and with an offset: of as many of them as
     * fit into memory, the first ones, and of one at least. The partitions are read once, however many the subjects are.
     *
     * @param waiting the transaction that waits for it: given a sign of life meanwhile, or the server would end it
     * @return by subject, also where there is nothing; a subject that is not in it is to be asked for again
     */
    Map<UUID, List<Received>> read(Map<TopicPartition, Long> upTo, Collection<UUID> subjects, Connection waiting)
            throws SQLException {
        Portion portion = new Portion(subjects, config.history().asLongValue());
        walk(upTo, waiting, records -> records.forEach(record -> keep(record, portion)));
        return portion.history;
    }

    /** Takes what a poll gave. */
    @FunctionalInterface
    interface Walk {
        void take(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException;
    }

    /**
     * Goes through partitions from their beginning up to and with an offset.
     *
     * @param waiting as in {@link #read}
     */
    void walk(Map<TopicPartition, Long> upTo, Connection waiting, Walk walk) throws SQLException {
        try (KafkaConsumer<byte[], byte[]> reader = reader();
                Statement alive = waiting.createStatement()) {
            Set<TopicPartition> left = new HashSet<>(upTo.keySet());
            reader.assign(left);
            reader.seekToBeginning(left);
            Instant until = Instant.now().plus(PATIENCE);
            while (!left.isEmpty()) {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                reader.poll(POLL).forEach(records::add);
                walk.take(records.stream()
                        .filter(record ->
                                record.offset() <= upTo.get(new TopicPartition(record.topic(), record.partition())))
                        .toList());
                if (left.removeIf(partition -> reader.position(partition) > upTo.get(partition))) {
                    reader.assign(left);
                }
                alive.execute("SELECT 1");
                if (!records.isEmpty()) {
                    until = Instant.now().plus(PATIENCE);
                } else if (Instant.now().isAfter(until)) {
                    throw new IllegalStateException("the history in " + left + " cannot be read now");
                }
            }
        }
    }

    /** What cannot be decoded was set aside when it came; where it is needed now, its absence shows. */
    private void keep(ConsumerRecord<byte[], byte[]> record, Portion portion) {
        UUID subject = Decoder.subject(record);
        if (subject != null && portion.history.containsKey(subject)) {
            try {
                Received received = decoder.decode(record);
                // without the record itself, which keeps all that came from the broker together with it
                ConsumerRecord<byte[], byte[]> place =
                        new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), null, null);
                portion.add(subject, new Received(place, received.event(), received.previousEpoch()), size(record));
            } catch (UnreadableEvent aside) {
                // see above
            }
        }
    }

    /** About what the event takes in memory: JSON that was read takes several times its text. */
    private static long size(ConsumerRecord<byte[], byte[]> record) {
        return 500 + 8L * Math.max(record.serializedValueSize(), 0);
    }

    /** The histories of the first subjects, no more than may be in memory at once. */
    private static final class Portion {
        private final LinkedHashMap<UUID, List<Received>> history = new LinkedHashMap<>();
        private final Map<UUID, Long> sizes = new HashMap<>();
        private final long most;
        private long size;

        Portion(Collection<UUID> subjects, long most) {
            subjects.forEach(subject -> history.put(subject, new ArrayList<>()));
            this.most = most;
        }

        void add(UUID subject, Received received, long bytes) {
            history.get(subject).add(received);
            sizes.merge(subject, bytes, Long::sum);
            size += bytes;
            while (size > most && history.size() > 1) {
                UUID last = history.lastEntry().getKey();
                history.remove(last);
                size -= Objects.requireNonNullElse(sizes.remove(last), 0L);
            }
        }
    }

    /** One that reads what is committed, of no group. */
    KafkaConsumer<byte[], byte[]> reader() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
