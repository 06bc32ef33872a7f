package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
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
    Handlers handlers;

    @Inject
    Rewind rewind;

    @Inject
    Decoder decoder;

    @Inject
    CompactedTopics compacted;

    /** @param rewound subjects of which something applied has become void; all that is fresh of them waits for that */
    private record Sorted(List<Received> fresh, Set<UUID> rewound) {
        List<Received> fresh(boolean again) {
            return fresh.stream()
                    .filter(received -> again == rewound.contains(received.subject()))
                    .toList();
        }
    }

    void apply(Connection connection, Ledger ledger, List<ConsumerRecord<byte[], byte[]>> records, boolean oneByOne)
            throws SQLException {
        String topic = records.getFirst().topic();
        Sorted sorted = sort(ledger, topic, records);
        List<Received> again = sorted.fresh(true);
        if (!again.isEmpty()) {
            rewind.apply(connection, ledger, again); // first: it reads at length, before handlers lock anything
        }
        List<Received> straight = sorted.fresh(false);
        if (straight.isEmpty()) {
            return;
        }
        if (oneByOne) {
            oneByOne(connection, ledger, topic, straight);
        } else {
            handlers.apply(connection, topic, straight);
            remember(ledger, straight);
        }
    }

    /** What is new and in order; everything else is dropped or set aside. */
    private Sorted sort(Ledger ledger, String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        Map<UUID, Ledger.Seen> seen = new HashMap<>(ledger.seen());
        Set<UUID> parked = new HashSet<>(ledger.parked());
        List<Received> fresh = new ArrayList<>();
        Set<UUID> rewound = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            UUID subject = Decoder.subject(record);
            String refusal = null;
            Received received = null;
            try {
                received = decoder.decode(record);
                refusal = !Decoder.keyed(record)
                        ? "key is not a UUID"
                        : parked.contains(subject)
                                ? revives(received, subject, seen.get(subject)) ? REWIND : "subject is parked"
                                : refusal(received, subject, seen.get(subject), compacted.contains(topic));
            } catch (UnreadableEvent e) {
                refusal = e.getMessage();
            }
            if (refusal == null
                    || refusal.equals(REWIND)
                    || refusal.equals(DUPLICATE) && Sabotage.SKIP_OFFSET_CHECK.on()) {
                InboxEvent event = received.event();
                seen.put(subject, new Ledger.Seen(event.epoch(), event.sequence(), event.id()));
                fresh.add(received);
                if (REWIND.equals(refusal)) {
                    parked.remove(subject);
                    if (compacted.contains(topic)) {
                        ledger.release(List.of(received)); // there the snapshot that comes now is all that counts
                    } else {
                        rewound.add(subject);
                    }
                }
            } else if (!refusal.equals(DUPLICATE) && !Sabotage.DROP_UNREADABLE.on()) {
                ledger.setAside(record, subject, refusal);
                parked.add(subject);
            }
        }
        return new Sorted(fresh, rewound);
    }

    private static final String DUPLICATE = "duplicate";

    /** The first event after a restore, which does not follow what was seen: some of that has become void. */
    private static final String REWIND = "rewind";

    private static String refusal(Received received, UUID subject, Ledger.Seen last, boolean gapsAllowed) {
        InboxEvent event = received.event();
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
        if (gapsAllowed || received.follows(last)) {
            return null;
        }
        return event.epoch() > last.epoch() ? REWIND : "gap: %d after %d".formatted(event.sequence(), last.sequence());
    }

    /** Whether what parked a subject may be void with the time that a restore of its producer made void. */
    private static boolean revives(Received received, UUID subject, Ledger.Seen last) {
        return received.subject().equals(subject) && received.startsAnew(last);
    }

    private void oneByOne(Connection connection, Ledger ledger, String topic, List<Received> fresh)
            throws SQLException {
        Set<UUID> failed = new LinkedHashSet<>();
        for (Received taken : fresh) {
            UUID subject = taken.event().subject();
            if (failed.contains(subject)) {
                ledger.setAside(taken.record(), subject, "subject is parked");
                continue;
            }
            Savepoint before = connection.setSavepoint();
            try {
                handlers.apply(connection, topic, List.of(taken));
                remember(ledger, List.of(taken));
                connection.releaseSavepoint(before);
            } catch (SQLException | RuntimeException | StackOverflowError e) {
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
                ledger.setAside(taken.record(), subject, reason(e));
            }
        }
    }

    private static void remember(Ledger ledger, List<Received> fresh) {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        fresh.forEach(taken -> last.put(taken.event().subject(), taken.event()));
        ledger.remember(last.values());
    }

    /** Why something cannot be applied, with nothing of its value. */
    static String reason(Throwable e) {
        return e instanceof UnreadableEvent ? e.getMessage() : e.getClass().getSimpleName();
    }

    /**
     * Faults of the way to the database, or of its schema during a rollout, pass; faults of the event do not, and a stack
     * that is too small for it is one.
     */
    static boolean passes(Throwable e) {
        return e instanceof SQLException sql
                && (sql.getSQLState() == null || !sql.getSQLState().matches("(22|23|P0).*"));
    }
}
