package mx.trayecto.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The real broker, read and written as another service would. */
public final class Broker {
    private Broker() {}

    public static String bootstrapServers() {
        return Database.setting("kafka.bootstrap.servers");
    }

    /** Makes a topic that the service under test reads but does not own; one that exists is left as it is. */
    public static void create(String topic, boolean compacted) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)
                            .configs(compacted ? Map.of("cleanup.policy", "compact") : Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All records of a topic now, oldest first within each partition. */
    public static List<ConsumerRecord<String, String>> read(String topic) {
        return read(topic, record -> true);
    }

    /** The records of a topic that pass, oldest first within each partition. */
    public static List<ConsumerRecord<String, String>> read(
            String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers());
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(30)).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).records(topic).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    /** The value of a header, or null. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Sends one event as another service's relay would, and waits for its acknowledgement. */
    public static void send(String topic, String type, UUID tenant, UUID subject, long sequence, String json) {
        send(topic, type, tenant, subject, 1, sequence, UUID.randomUUID(), json);
    }

    public static void send(
            String topic, String type, UUID tenant, UUID subject, int epoch, long sequence, UUID id, String json) {
        send(event(topic, type, tenant, subject, epoch, sequence, id, json));
    }

    /** Sends the first event that a restored producer tells of a subject; the one before it is of an earlier epoch. */
    public static void sendRestored(
            String topic,
            String type,
            UUID tenant,
            UUID subject,
            int previousEpoch,
            int epoch,
            long sequence,
            String json) {
        ProducerRecord<String, byte[]> record =
                event(topic, type, tenant, subject, epoch, sequence, UUID.randomUUID(), json);
        record.headers().add("ce_previousepoch", String.valueOf(previousEpoch).getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    private static ProducerRecord<String, byte[]> event(
            String topic, String type, UUID tenant, UUID subject, int epoch, long sequence, UUID id, String json) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topic, subject.toString(), json == null ? null : json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_source", "/test",
                        "ce_type", type,
                        "ce_subject", subject.toString(),
                        "ce_time", java.time.Instant.now().toString(),
                        "ce_epoch", String.valueOf(epoch),
                        "ce_sequence", String.valueOf(sequence),
                        "ce_tenant", tenant.toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            Sender.PRODUCER.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A producer of the given transactional id, such as a relay's. */
    public static KafkaProducer<String, byte[]> transactional(String id) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "transactional.id", id),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static final class Sender {
        static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
