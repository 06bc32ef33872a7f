package mx.trayecto.platform.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.production.Rest;
import mx.trayecto.platform.production.Sabotage;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Publishes the outbox in id order, one relay per service: it holds a session lock on a connection of its own, and the
 * server ends that session when it has been silent for ten seconds, so a stopped process loses the lock. Every batch is
 * one Kafka transaction under the service's transactional id: a successor's first act cuts off whatever its predecessor
 * still holds in its buffers, so a process that wakes up late can put nothing behind newer events. Rows are marked once
 * their transaction is committed; what is not marked is sent again, and consumers drop what they have already seen.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    static final long LOCK = 0x7261_7965_6374_6fL;
    /** How long after its last event an outbox is likely to hold the next. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private static final Duration TIDYING = Duration.ofHours(1);
    /** How long the broker is waited for before the lock's session gives a sign of life. */
    private static final Duration PING = Duration.ofSeconds(2);

    /** When the broker ends the batch of a relay that died without a successor, which readers wait behind. */
    private static final Duration ABANDONED = Duration.ofSeconds(30);

    @Inject
    OutboxConfig config;

    @Inject
    Topics topics;

    @Inject
    LostCommits lost;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "quarkus.datasource.worker.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.worker.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.worker.password")
    String password;

    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null && !thread.join(Duration.ofSeconds(5))) {
            thread.interrupt(); // it waits for a broker that is away; what is unpublished stays in the outbox
        }
    }

    /** Looks for new events now instead of at the next turn. */
    public void wake() {
        wake.release();
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                if (locked(connection)) {
                    lead(connection);
                } else {
                    TimeUnit.MILLISECONDS.sleep(config.takeover().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.warnf(
                        "relay interrupted, taking up again: %s", Redacted.of(e).getMessage());
                pause();
            } catch (Error e) { // such as too little memory; all that is published is marked, so it can go on
                LOG.errorf(Redacted.of(e), "the relay fails and is tried again");
                pause();
            }
        }
    }

    private void lead(Connection connection) throws Exception {
        topics.ensure();
        try (Producer<byte[], byte[]> producer = producer()) {
            try {
                producer.initTransactions();
                lost.notice(connection); // nobody else publishes any more
                LOG.info("relaying events");
                Rest rest = new Rest(Duration.ZERO);
                Instant tidied = Instant.EPOCH;
                Instant found = Instant.EPOCH;
                while (running) {
                    if (Instant.now().isAfter(tidied.plus(TIDYING))) {
                        tidy(connection);
                        tidied = Instant.now();
                    }
                    long began = System.nanoTime();
                    int published = publish(connection, producer);
                    if (published > 0) {
                        found = Instant.now();
                        if (published < config.batch()) {
                            rest.since(began);
                        }
                    } else if (wake.tryAcquire(idle(found).toMillis(), TimeUnit.MILLISECONDS)) {
                        wake.drainPermits();
                    }
                }
            } catch (Throwable e) {
                producer.close(Duration.ZERO);
                throw e;
            }
        }
    }

    private Duration idle(Instant found) {
        return Instant.now().isBefore(found.plus(BUSY)) ? config.busy() : config.idle();
    }

    private int publish(Connection connection, Producer<byte[], byte[]> producer) throws SQLException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id, topic, aggregate_id, epoch, sequence,"
                + " event_id, type, occurred_at, traceparent, data, tenant_id, previous_epoch FROM outbox"
                + " WHERE published_at IS NULL ORDER BY id LIMIT ?")) {
            select.setInt(1, config.batch());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    records.add(CloudEventRecord.of(row, "/" + service));
                }
            }
        }
        if (!ids.isEmpty()) {
            if (Sabotage.MARK_BEFORE_ACK.on()) {
                mark(connection, ids);
                Sabotage.pause();
            }
            producer.beginTransaction();
            records.forEach(producer::send);
            commit(connection, producer);
            mark(connection, ids);
        }
        return ids.size();
    }

    /** Waits without giving the lock up: a broker away for long must not cost the lock, nor keep a lost one. */
    private static void commit(Connection connection, Producer<byte[], byte[]> producer) throws SQLException {
        while (true) {
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException notYet) {
                try (Statement ping = connection.createStatement()) {
                    ping.execute("SELECT 1");
                }
            }
        }
    }

    private static void mark(Connection connection, List<Long> ids) throws SQLException {
        new Pipeline(connection)
                .write(
                        "UPDATE outbox SET published_at = now() WHERE id = ANY (?)",
                        Columns.of(ids).count(id -> id))
                .count();
    }

    /** Takes away what has been published, and idempotency keys past their time. */
    private void tidy(Connection connection) throws SQLException {
        try (PreparedStatement events = connection.prepareStatement(
                        "DELETE FROM outbox WHERE published_at < now() - make_interval(secs => ?)");
                Statement keys = connection.createStatement()) {
            events.setLong(1, config.keep().toSeconds());
            events.executeUpdate();
            keys.executeUpdate("DELETE FROM idempotency WHERE created_at < now() - interval '7 days'");
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.put("user", user);
        login.put("password", password);
        login.put("tcpKeepAlive", "true");
        login.put("ApplicationName", service + " relay");
        // a process that stops must not hold what it holds for ever, whether between transactions or within one
        login.put(
                "options",
                "-c idle_session_timeout=10s -c idle_in_transaction_session_timeout=10s"
                        + " -c plan_cache_mode=force_custom_plan");
        return DriverManager.getConnection(url, login);
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement();
                ResultSet row = lock.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Producer<byte[], byte[]> producer() {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) ABANDONED.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PING.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
