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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.production.Rest;
import mx.trayecto.platform.production.Sabotage;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Publishes the outbox in id order, one relay per service: it holds a session lock on a connection of its own, and the
 * server ends that session when it has been silent for ten seconds, so a stopped process loses the lock. Rows are marked
 * once the broker has acknowledged them; what is not marked is sent again, and consumers drop what they have already
 * seen.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    static final long LOCK = 0x7261_7965_6374_6fL;
    /** How long after its last event an outbox is likely to hold the next. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private static final Duration TIDYING = Duration.ofHours(1);

    private static final String UNPUBLISHED = "SELECT id, topic, aggregate_id, epoch, sequence, event_id, type,"
            + " occurred_at, traceparent, data, tenant_id, previous_epoch FROM outbox"
            + " WHERE published_at IS NULL ORDER BY id LIMIT ?";

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
                while (running && !locked(connection)) { // on one session: a login costs more than all the rest
                    TimeUnit.MILLISECONDS.sleep(config.takeover().toMillis());
                }
                if (running) {
                    lead(connection);
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
        try (Sender sender = new Sender(brokers, service, topics.compacted())) {
            Instant again = lost.notice(connection) ? Instant.now().plus(Sender.LATEST) : Instant.MAX;
            LOG.info("relaying events");
            Rest rest = new Rest(Duration.ZERO);
            List<Long> published = List.of();
            Instant tidied = Instant.EPOCH;
            Instant found = Instant.EPOCH;
            while (running) {
                if (Instant.now().isAfter(tidied.plus(TIDYING))) {
                    tidy(connection);
                    tidied = Instant.now();
                }
                if (Instant.now().isAfter(again)) {
                    mark(new Pipeline(connection), published).count();
                    published = List.of();
                    lost.again(connection);
                    again = Instant.MAX;
                }
                long began = System.nanoTime();
                published = publish(connection, sender, published);
                if (!published.isEmpty()) {
                    found = Instant.now();
                    long pause = published.size() < config.batch() ? rest.after(System.nanoTime() - began) : 0;
                    if (pause > 0) {
                        mark(new Pipeline(connection), published).count(); // what is unmarked for long is told again
                        published = List.of();
                        TimeUnit.NANOSECONDS.sleep(pause);
                    }
                } else if (wake.tryAcquire(idle(found).toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
            mark(new Pipeline(connection), published).count();
        }
    }

    private Duration idle(Instant found) {
        return Instant.now().isBefore(found.plus(BUSY)) ? config.busy() : config.idle();
    }

    /**
     * Sends what waits, after what was sent before is marked.
     *
     * @return the ids of what the broker has acknowledged
     */
    private List<Long> publish(Connection connection, Sender sender, List<Long> before) throws SQLException {
        Pipeline database = new Pipeline(connection);
        if (!before.isEmpty()) {
            mark(database, before);
        }
        List<Long> ids = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> records = database.ask(
                        UNPUBLISHED,
                        row -> {
                            ids.add(row.getLong(1));
                            return CloudEventRecord.of(row, "/" + service);
                        },
                        config.batch())
                .rows();
        if (!ids.isEmpty()) {
            if (Sabotage.MARK_BEFORE_ACK.on()) {
                mark(database, ids).count();
                Sabotage.pause();
            }
            sender.send(records, () -> database.ask("SELECT 1", row -> null).rows());
        }
        return ids;
    }

    private static Pipeline.Answer<Void> mark(Pipeline database, List<Long> ids) {
        return database.write(
                "UPDATE outbox SET published_at = now() WHERE id = ANY (?)",
                Columns.of(ids).count(id -> id));
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

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
