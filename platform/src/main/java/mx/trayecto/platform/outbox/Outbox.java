package mx.trayecto.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.production.Sabotage;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.TenantEntity;

/**
 * Where events are written, in the transaction of the change they tell of.
 *
 * <p>Order per aggregate is the order of commits: the change is flushed first, then the aggregate's counter row is
 * raised, which locks it until the commit, and only then the database gives the outbox row its id. The relay reads in id
 * order, so no later event of an aggregate overtakes an earlier one.
 */
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            WITH incoming AS (
              SELECT * FROM unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                WITH ORDINALITY AS e (topic, aggregate_id, event_id, type, data, n)
            ), counts AS (
              SELECT aggregate_id, min(topic) AS home, count(*) AS added FROM incoming GROUP BY aggregate_id
            ), raised AS (
              INSERT INTO event_counter AS c (tenant_id, aggregate_id, topic, epoch, last_sequence)
              SELECT ?, aggregate_id, home, p.epoch, added FROM counts CROSS JOIN producer_epoch p ORDER BY aggregate_id
              ON CONFLICT (tenant_id, aggregate_id)
                DO UPDATE SET last_sequence = c.last_sequence + EXCLUDED.last_sequence, topic = EXCLUDED.topic,
                  previous_epoch = c.epoch, epoch = EXCLUDED.epoch
              RETURNING aggregate_id, last_sequence, epoch, previous_epoch
            ), numbered AS (
              SELECT *, row_number() OVER (PARTITION BY aggregate_id ORDER BY n) AS nth
                FROM incoming JOIN counts USING (aggregate_id) JOIN raised USING (aggregate_id)
            )
            INSERT INTO outbox
              (tenant_id, topic, aggregate_id, epoch, previous_epoch, sequence, event_id, type, traceparent, data)
            SELECT ?, i.topic, i.aggregate_id, i.epoch, CASE WHEN i.nth = 1 THEN nullif(i.previous_epoch, i.epoch) END,
                   i.last_sequence - i.added + i.nth, i.event_id, i.type, ?, i.data
              FROM numbered i
             ORDER BY i.n
            RETURNING topic, aggregate_id, epoch, sequence""";

    @Inject
    Session session;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    @Inject
    Positions positions;

    @Inject
    Relay relay;

    @Inject
    Topics topics;

    @Inject
    TransactionSynchronizationRegistry transaction;

    /** Appends one event; the aggregate's pending changes are flushed at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Topic topic, UUID aggregateId, String type, Object data) {
        appendAll(List.of(new Event(topic, aggregateId, type, data)));
    }

    /**
     * Appends many events in one statement, in the order given for each aggregate. It is sent with the transaction's next
     * statement of its own, at the latest before the commit.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        session.flush();
        insert(events);
        transaction.registerInterposedSynchronization(new WakeRelay());
    }

    /** Takes places in the outbox before anything is locked, or asks the broker, where that is to be shown to be wrong. */
    public void sabotage() {
        if (Sabotage.ASK_BROKER.on()) {
            askBroker();
        }
        if (Sabotage.ID_BEFORE_LOCK.on()) {
            transaction.putResource(
                    Sabotage.ID_BEFORE_LOCK,
                    sql.list("SELECT nextval('outbox_id_seq') FROM generate_series(1, 8)", row -> row.getLong(1)));
            Sabotage.pause();
        }
    }

    private void askBroker() {
        try {
            topics.ensure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker is away", e);
        }
    }

    private void insert(List<Event> events) {
        UUID tenant = actor.get().tenant();
        String append = append(events.size());
        String trace = Trace.parent();
        Columns<Event> rows = Columns.of(events)
                .text(e -> e.topic().name())
                .uuid(Event::aggregateId)
                .uuid(e -> TenantEntity.newId())
                .text(Event::type)
                .text(this::text);
        events.forEach(event -> positions.expect(event.aggregateId()));
        sql.later(pipeline -> pipeline.ask(append, this::reached, rows, tenant, tenant, trace));
    }

    private Void reached(ResultSet written) throws SQLException {
        positions.reached(
                written.getString(1), written.getObject(2, UUID.class), written.getInt(3), written.getLong(4));
        return null;
    }

    private String append(int events) {
        if (!(transaction.getResource(Sabotage.ID_BEFORE_LOCK) instanceof List<?> early) || early.size() < events) {
            return APPEND;
        }
        String ids = early.subList(0, events).toString().replace('[', '{').replace(']', '}');
        transaction.putResource(Sabotage.ID_BEFORE_LOCK, early.subList(events, early.size()));
        return APPEND.replace(
                        "(tenant_id, topic, aggregate_id, epoch, previous",
                        "(id, tenant_id, topic, aggregate_id, epoch, previous")
                .replace(
                        "SELECT ?, i.topic",
                        "OVERRIDING SYSTEM VALUE SELECT ('" + ids + "'::bigint[])[i.n], ?, i.topic");
    }

    private String text(Event event) {
        try {
            return event.data() == null ? null : json.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's data cannot be written: " + event.type(), e);
        }
    }

    private final class WakeRelay implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do before the commit
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
