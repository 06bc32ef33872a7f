package mx.trayecto.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Brings a relay's batches to the broker. A relay that wakes up late, when another has taken over, may still hold events
 * in its buffers. Where a topic is kept for ever, whatever it then puts behind newer events is there a second time, and
 * consumers drop it by its sequence. On a compacted topic it would be what stays, so there a batch is one Kafka
 * transaction under the service's transactional id, which the successor's first act takes away. Not everywhere, as a
 * transaction costs the broker several times what the events do. Elsewhere nothing is sent any more after {@link #LATEST},
 * nor anything after something that failed, or a consumer would find a gap.
 */
final class Sender implements AutoCloseable {
    /** How long after it was handed over an event may still come where nothing takes it away. */
    static final Duration LATEST = Duration.ofSeconds(30);

    /** How long the broker is waited for before whoever waits gives a sign of life. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** When the broker ends the transaction of a relay that died without a successor, which readers wait behind. */
    private static final Duration ABANDONED = Duration.ofSeconds(30);

    /** So that what is handed over in one go is sent in one go. */
    private static final int LINGER_MILLIS = 1;

    private final Set<String> compacted;
    private final Producer<byte[], byte[]> straight;
    private final Producer<byte[], byte[]> fenced;

    /** Done now and then while the broker is waited for. */
    @FunctionalInterface
    interface SignOfLife {
        void give() throws SQLException;
    }

    /** Cuts off whoever sent to compacted topics for this service before. */
    Sender(String brokers, String service, Set<String> compacted) {
        this.compacted = compacted;
        straight = producer(
                brokers,
                service + "-relay",
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) LATEST.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) LATEST.toMillis() / 2,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1));
        try {
            fenced = producer(
                    brokers,
                    service + "-relay-compacted",
                    Map.of(
                            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                            service + "-relay",
                            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                            (int) ABANDONED.toMillis(),
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            Integer.MAX_VALUE));
        } catch (RuntimeException e) {
            straight.close(Duration.ZERO);
            throw e;
        }
        try {
            fenced.initTransactions();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends records, those of one aggregate in their order, and waits until the broker has them all.
     *
     * @param waiting is asked to give a sign of life every two seconds: a broker away for long must not cost the relay's
     *     lock, nor keep a lost one
     * @throws KafkaException where they cannot be sent; some may have been
     */
    void send(List<ProducerRecord<byte[], byte[]>> records, SignOfLife waiting) throws SQLException {
        Map<Boolean, List<ProducerRecord<byte[], byte[]>>> byCompaction =
                records.stream().collect(Collectors.partitioningBy(record -> compacted.contains(record.topic())));
        List<Future<RecordMetadata>> sent = handOver(straight, byCompaction.get(false));
        if (!byCompaction.get(true).isEmpty()) {
            fenced.beginTransaction();
            handOver(fenced, byCompaction.get(true));
            await(waiting, fenced::commitTransaction);
        }
        long lastSign = System.nanoTime();
        for (Future<RecordMetadata> each : sent) {
            await(waiting, () -> acknowledged(each));
            if (System.nanoTime() - lastSign > PATIENCE.toNanos()) { // each came in time, all of them did not
                waiting.give();
                lastSign = System.nanoTime();
            }
        }
    }

    private static List<Future<RecordMetadata>> handOver(
            Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            Future<RecordMetadata> each = producer.send(record, (taken, failure) -> {
                if (failure != null) {
                    producer.close(Duration.ZERO); // before the next request, so that nothing goes past it
                }
            });
            if (each.isDone()) {
                acknowledged(each); // not taken at all: no sense in waiting as long with each of the others
            }
            sent.add(each);
        }
        return sent;
    }

    private static void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Again and again while the broker does not answer; what fails otherwise fails. */
    private static void await(SignOfLife waiting, Runnable answer) throws SQLException {
        while (true) {
            try {
                answer.run();
                return;
            } catch (TimeoutException notYet) {
                waiting.give();
            }
        }
    }

    private static Producer<byte[], byte[]> producer(String brokers, String client, Map<String, Object> special) {
        Map<String, Object> settings = new HashMap<>(special);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Leaves at once, with what is not acknowledged unsent: it is in the outbox. */
    @Override
    public void close() {
        try {
            straight.close(Duration.ZERO);
        } finally {
            fenced.close(Duration.ZERO);
        }
    }
}
