package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.production.Sabotage;

/**
 * Applies a run of records inside a transaction: drops what was seen, sets aside what cannot be applied and parks its
 * subject, and remembers the rest.
 */
@ApplicationScoped
class Applier {
    private static final Logger LOG = Logger.getLogger(Applier.class);

    @Inject
    Instance<InboxHandler> handlers;

    @Inject
    Decoder decoder;

    @Inject
    CompactedTopics compacted;

    private record Taken(ConsumerRecord<byte[], byte[]> record, InboxEvent event) {}

    void apply(Connection connection, String topic, List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        Ledger ledger = new Ledger(connection, topic);
        List<Taken> fresh = sort(ledger, topic, records);
        if (fresh.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            hand(connection, topic, fresh);
            remember(ledger, fresh);
            connection.releaseSavepoint(before);
        } catch (SQLException | RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            connection.rollback(before);
            oneByOne(connection, ledger, topic, fresh);
        }
    }

    void afterCommit(String topic) {
        for (InboxHandler handler : handlers) {
            if (handler.topics().contains(topic)) {
                handler.afterCommit();
            }
        }
    }

    /** What is new and in order; everything else is dropped or set aside. */
    private List<Taken> sort(Ledger ledger, String topic, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        Set<UUID> subjects = new LinkedHashSet<>();
        records.forEach(record -> subjects.add(Decoder.subject(record)));
        subjects.remove(null);
        Map<UUID, Ledger.Seen> seen = new HashMap<>(ledger.seen(subjects));
        Set<UUID> parked = ledger.parked(subjects);
        List<Taken> fresh = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            UUID subject = Decoder.subject(record);
            String refusal = null;
            InboxEvent event = null;
            try {
                event = decoder.decode(record);
                refusal = !Decoder.keyed(record)
                        ? "key is not a UUID"
                        : parked.contains(subject)
                                ? "subject is parked"
                                : refusal(event, subject, seen.get(subject), compacted.contains(topic));
            } catch (UnreadableEvent e) {
                refusal = e.getMessage();
            }
            if (refusal == null || refusal.equals(DUPLICATE) && Sabotage.SKIP_OFFSET_CHECK.on()) {
                seen.put(subject, new Ledger.Seen(event.epoch(), event.sequence(), event.id()));
                fresh.add(new Taken(record, event));
            } else if (!refusal.equals(DUPLICATE)) {
                ledger.setAside(record, subject, refusal);
                parked.add(subject);
            }
        }
        return fresh;
    }

    private static final String DUPLICATE = "duplicate";

    private static String refusal(InboxEvent event, UUID subject, Ledger.Seen last, boolean gapsAllowed) {
        if (!event.subject().equals(subject)) {
            return "key is not the subject";
        }
        if (last == null) {
            return gapsAllowed || event.sequence() == 1 ? null : "gap: first is " + event.sequence();
        }
        if (event.epoch() < last.epoch() || event.epoch() == last.epoch() && event.sequence() < last.sequence()) {
            return DUPLICATE;
        }
        if (event.epoch() == last.epoch() && event.sequence() == last.sequence()) {
            return event.id().equals(last.eventId()) ? DUPLICATE : "two events with one sequence";
        }
        return gapsAllowed || event.epoch() > last.epoch() || event.sequence() == last.sequence() + 1
                ? null
                : "gap: %d after %d".formatted(event.sequence(), last.sequence());
    }

    private void oneByOne(Connection connection, Ledger ledger, String topic, List<Taken> fresh) throws SQLException {
        Set<UUID> failed = new LinkedHashSet<>();
        for (Taken taken : fresh) {
            UUID subject = taken.event().subject();
            if (failed.contains(subject)) {
                ledger.setAside(taken.record(), subject, "subject is parked");
                continue;
            }
            Savepoint before = connection.setSavepoint();
            try {
                hand(connection, topic, List.of(taken));
                remember(ledger, List.of(taken));
                connection.releaseSavepoint(before);
            } catch (SQLException | RuntimeException e) {
                if (passes(e)) {
                    throw e;
                }
                connection.rollback(before);
                LOG.errorf(
                        Redacted.of(e),
                        "event %s of %s cannot be applied",
                        taken.event().id(),
                        topic);
                failed.add(subject);
                ledger.setAside(
                        taken.record(),
                        subject,
                        e instanceof UnreadableEvent
                                ? e.getMessage()
                                : e.getClass().getSimpleName());
            }
        }
    }

    private void hand(Connection connection, String topic, List<Taken> fresh) throws SQLException {
        List<InboxEvent> events = fresh.stream().map(Taken::event).toList();
        for (InboxHandler handler : handlers) {
            if (handler.topics().contains(topic)) {
                handler.apply(connection, events);
            }
        }
    }

    private static void remember(Ledger ledger, List<Taken> fresh) throws SQLException {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        fresh.forEach(taken -> last.put(taken.event().subject(), taken.event()));
        Collection<InboxEvent> each = last.values();
        ledger.remember(each);
    }

    /** Faults of the way to the database, or of its schema during a rollout, pass; faults of the event do not. */
    static boolean passes(Exception e) {
        return e instanceof SQLException sql
                && (sql.getSQLState() == null || !sql.getSQLState().matches("(22|23|P0).*"));
    }
}
