package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.production.Rest;
import mx.trayecto.platform.production.Sabotage;

/**
 * Takes in events of other services: one consumer, one thread, one transaction per batch of a topic. The database's
 * offsets are the truth; Kafka's group only shares out the partitions. A fault that passes is waited for, an event that
 * can never be applied is set aside, and the loop survives both.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** How long a broker that has something needs to send it. */
    private static final Duration FETCH = Duration.ofMillis(2);

    /** After how long without a sign of life a process's partitions go to others: to itself, where it was started again. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int MOST_DOUBLINGS = 7;
    private static final int MOST_POLLED = 2_000;

    /** How long it has to go well after an error where nothing comes that would show it. */
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    @Inject
    InboxConfig config;

    @Inject
    Handlers handlers;

    @Inject
    Applier applier;

    @Inject
    CompactedTopics topics;

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private volatile boolean running;
    private volatile String stopped;
    private volatile String failing;
    private volatile Instant failed;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private Thread thread;

    void start(@Observes StartupEvent event) {
        if (config.consume() && !subscribed().isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("inbox").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** Names of the topics this service reads. */
    public Set<String> subscribed() {
        return handlers.topics();
    }

    private void run() {
        int faults = 0;
        while (running) {
            try (KafkaConsumer<byte[], byte[]> fresh =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = fresh;
                fresh.subscribe(subscribed(), new Resume(fresh, database, topics));
                Rest rest = new Rest(config.gather());
                boolean rested = false;
                while (running) {
                    List<ConsumerRecord<byte[], byte[]>> records = poll(fresh, rested);
                    long began = System.nanoTime();
                    consume(records);
                    faults = 0;
                    well(records);
                    rested = !records.isEmpty() && records.size() < MOST_POLLED;
                    if (rested) {
                        rest.since(began);
                    }
                }
            } catch (WakeupException stopping) {
                LOG.debug("inbox stops");
            } catch (Exception e) {
                TopicRecreated recreated = recreated(e);
                if (recreated != null) {
                    LOG.error(recreated.getMessage());
                    stopped = recreated.getMessage();
                    return;
                }
                LOG.warnf(
                        "inbox interrupted, taking up again: %s", Redacted.of(e).getMessage());
                LOG.debug("inbox fault", Redacted.of(e));
                pause(faults++);
            } catch (Error e) {
                failed(e);
                pause(faults++);
            } finally {
                consumer = null;
            }
        }
    }

    /** Such as too little memory. All that is consumed stands in the database, so going on from there is safe. */
    private void failed(Error e) {
        String name = e.getClass().getSimpleName();
        if (!name.equals(failing)) {
            LOG.errorf(Redacted.of(e), "the inbox fails and is tried again until it does not");
        }
        failing = name;
        failed = Instant.now();
    }

    /**
     * What has come. The consumer always has one request under way: after a rest its answer is as old as the rest was
     * long, and what came meanwhile would wait for the next turn, so that is fetched along with it.
     */
    private static List<ConsumerRecord<byte[], byte[]>> poll(KafkaConsumer<byte[], byte[]> from, boolean rested) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        from.poll(POLL).forEach(records::add);
        if (rested && !records.isEmpty()) {
            from.poll(FETCH).forEach(records::add);
        }
        return records;
    }

    private void well(List<ConsumerRecord<byte[], byte[]>> records) {
        if (failing != null && (!records.isEmpty() || Instant.now().isAfter(failed.plus(RECOVERY)))) {
            LOG.info("the inbox goes on");
            failing = null;
        }
    }

    /** The listener's exceptions come wrapped by the consumer. */
    private static TopicRecreated recreated(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TopicRecreated found) {
                return found;
            }
        }
        return null;
    }

    /** Why nothing is consumed now; null while all is well. */
    String stopped() {
        if (stopped == null && failing != null) {
            return "the inbox fails: " + failing;
        }
        return stopped != null || thread == null || thread.isAlive() || !running ? stopped : "the inbox has ended";
    }

    /** What one poll gave of a topic goes together, from whichever partitions: most of a batch's cost is the batch's. */
    private void consume(List<ConsumerRecord<byte[], byte[]>> polled) throws SQLException {
        Map<String, List<ConsumerRecord<byte[], byte[]>>> byTopic = new LinkedHashMap<>();
        polled.forEach(record -> byTopic.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                .add(record));
        for (Map.Entry<String, List<ConsumerRecord<byte[], byte[]>>> topic : byTopic.entrySet()) {
            List<ConsumerRecord<byte[], byte[]>> records = topic.getValue();
            for (int from = 0; from < records.size(); from += config.batch()) {
                apply(topic.getKey(), records.subList(from, Math.min(from + config.batch(), records.size())));
                handlers.afterCommit(topic.getKey());
            }
        }
    }

    /** All together; where an event cannot be applied, everything once more with a savepoint for each. */
    private void apply(String topic, List<ConsumerRecord<byte[], byte[]>> batch) throws SQLException {
        try {
            apply(topic, batch, false);
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (Applier.passes(e)) {
                throw e;
            }
            apply(topic, batch, true);
        }
    }

    private void apply(String topic, List<ConsumerRecord<byte[], byte[]>> batch, boolean oneByOne) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Ledger ledger = Ledger.open(
                        connection,
                        topic,
                        topics.id(topic),
                        batch.stream().map(ConsumerRecord::partition).collect(Collectors.toSet()),
                        Decoder.subjects(batch));
                Map<Integer, Long> after = new TreeMap<>();
                List<ConsumerRecord<byte[], byte[]>> fresh = new ArrayList<>();
                for (ConsumerRecord<byte[], byte[]> record : batch) {
                    int partition = record.partition();
                    if (record.offset() >= after.getOrDefault(partition, ledger.next(partition))
                            || Sabotage.SKIP_OFFSET_CHECK.on()) {
                        fresh.add(record);
                        after.put(partition, record.offset() + 1);
                    }
                }
                if (!fresh.isEmpty()) {
                    if (Sabotage.ADVANCE_BEFORE_APPLY.on()) {
                        ledger.advance(after);
                        ledger.send();
                        connection.commit();
                        Sabotage.pause();
                    }
                    applier.apply(connection, ledger, fresh, oneByOne);
                    ledger.advance(after);
                    ledger.send();
                }
                connection.commit();
            } catch (Throwable e) { // also an error: given back to its pool, the connection would commit
                connection.rollback();
                throw e;
            }
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // a topic made by being asked for would have the broker's defaults instead of its owner's settings
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SILENCE.toMillis());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_POLLED);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    private void pause(int faults) {
        try {
            TimeUnit.MILLISECONDS.sleep(config.backoff().toMillis() << Math.min(faults, MOST_DOUBLINGS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
