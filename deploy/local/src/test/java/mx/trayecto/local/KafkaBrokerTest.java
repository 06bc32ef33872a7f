package mx.trayecto.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

class KafkaBrokerTest {

    @Test
    void recordsAndGroupsSurviveAStopAndAKill(@TempDir Path folder) throws Exception {
        var data = folder.resolve("kafka");
        var log = folder.resolve("kafka.log");
        try (var broker = KafkaBroker.start(data, 0, log);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("facts", 12, (short) 1)))
                    .all()
                    .get();
            produce(broker, "first");
            assertEquals(List.of("first"), consume(broker, 1));
        }
        try (var broker = KafkaBroker.start(data, 0, log)) {
            produce(broker, "second");
            assertEquals(List.of("second"), consume(broker, 1), "the group goes on where it was");
            produce(broker, "third");
            broker.daemon().stop("KILL", Duration.ofSeconds(10));
        }
        try (var broker = KafkaBroker.start(data, 0, log)) {
            assertEquals(List.of("third"), consume(broker, 1));
            var refusal = assertThrows(
                    ExecutionException.class, () -> send(broker, "mistyped", "lost", Duration.ofSeconds(3)));
            assertInstanceOf(TimeoutException.class, refusal.getCause(), "no topic is made by mistake");
        }
    }

    private static void produce(KafkaBroker broker, String value) throws Exception {
        send(broker, "facts", value, Duration.ofSeconds(30));
    }

    private static void send(KafkaBroker broker, String topic, String value, Duration patience) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all", "max.block.ms", (int)
                        patience.toMillis());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value, value)).get();
        }
    }

    private static List<String> consume(KafkaBroker broker, int count) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "readers",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("facts"));
            var values = new ArrayList<String>();
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
            consumer.commitSync();
            return values;
        }
    }
}
