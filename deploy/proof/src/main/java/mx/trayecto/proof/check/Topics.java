package mx.trayecto.proof.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import mx.trayecto.proof.ProofFailure;

/** Everything the suite's topics hold, as a consumer of committed records reads it. */
public final class Topics {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String brokers;

    public Topics(String brokers) {
        this.brokers = brokers;
    }

    /** From offset 0, in the order of each partition. */
    public List<Event> readAll() {
        return read(Topics::event); // at once: a record's headers keep all that came from the broker together with it
    }

    /** As they lie there, from offset 0, in the order of each partition. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        return read(record -> record);
    }

    private <T> List<T> read(Function<ConsumerRecord<byte[], byte[]>, T> as) {
        List<T> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                if (System.nanoTime() > deadline) {
                    throw new ProofFailure("the topics could not be read to their ends");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(as.apply(record)));
            }
        }
        return read;
    }

    /**
     * Whether a consumer that stands at these offsets has anything left to read. The ends of the partitions do not tell:
     * the marks of transactions take offsets too.
     */
    public boolean anyAfter(Map<TopicPartition, Long> positions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
            List<TopicPartition> open = positions.keySet().stream()
                    .filter(partition -> positions.get(partition) < ends.get(partition))
                    .toList();
            consumer.assign(open);
            open.forEach(partition -> consumer.seek(partition, positions.get(partition)));
            while (open.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.listTopics(Duration.ofSeconds(20)).values().stream()
                .flatMap(List::stream)
                .filter(info -> info.topic().startsWith("trayecto."))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Event event(ConsumerRecord<byte[], byte[]> record) {
        String trace = header(record, "traceparent");
        int epoch = number(header(record, "ce_epoch"));
        String previousEpoch = header(record, "ce_previousepoch");
        return new Event(
                record.topic(),
                record.partition(),
                record.offset(),
                shared(record, "ce_tenant"),
                new String(record.key(), StandardCharsets.UTF_8),
                epoch,
                previousEpoch == null ? epoch : number(previousEpoch),
                number(header(record, "ce_sequence")),
                header(record, "ce_id"),
                shared(record, "ce_type"),
                trace == null ? null : trace.substring(3, 35),
                record.value());
    }

    /** What very many have alike, once. */
    private static String shared(ConsumerRecord<byte[], byte[]> record, String name) {
        String text = header(record, name);
        return text == null ? null : text.intern();
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
