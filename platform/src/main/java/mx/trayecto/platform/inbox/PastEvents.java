package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import mx.trayecto.platform.storage.Pipeline;

/**
 * What a topic had told before a handler came to read it. How far a topic is taken in is kept for all its handlers
 * together, so that one that is new would never hear of it.
 */
@ApplicationScoped
public class PastEvents {
    private static final Logger LOG = Logger.getLogger(PastEvents.class);

    @Inject
    TopicHistory topics;

    @Inject
    Decoder decoder;

    /**
     * Hands a handler what was taken in of a partition and holds, though it may have heard of some of it. What comes
     * meanwhile waits: the partition is locked until the transaction ends.
     *
     * @param worker a connection of the worker role, inside the transaction
     */
    public void tell(Connection worker, String topic, int partition, InboxHandler handler) throws SQLException {
        long next = new Pipeline(worker)
                        .ask(
                                "SELECT next_offset FROM inbox_offset WHERE topic = ? AND partition = ? FOR UPDATE",
                                row -> row.getLong(1),
                                topic,
                                partition)
                        .rows()
                        .stream()
                        .findFirst()
                        .orElse(0L);
        if (next > 0) {
            Map<TopicPartition, Long> upTo = Map.of(new TopicPartition(topic, partition), next - 1);
            Telling telling = new Telling(worker, topic, handler);
            topics.walk(upTo, worker, telling::straight);
            telling.anew(upTo);
        }
    }

    private final class Telling {
        private final Connection worker;
        private final String topic;
        private final InboxHandler handler;
        private final Map<UUID, Ledger.Seen> told = new HashMap<>();

        /** Subjects with events of more than one epoch: some of them are void, which only the newest tells. */
        private final Set<UUID> rewound = new HashSet<>();

        Telling(Connection worker, String topic, InboxHandler handler) {
            this.worker = worker;
            this.topic = topic;
            this.handler = handler;
        }

        /** All that was applied, as it came. */
        void straight(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
            Map<UUID, Ledger.Seen> applied = applied(Decoder.subjects(records));
            List<InboxEvent> events = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                Ledger.Seen last = applied.get(Decoder.subject(record));
                InboxEvent event = last == null ? null : read(record);
                if (event != null && !after(event, last)) {
                    Ledger.Seen before = told.get(event.subject());
                    if (before == null || after(event, before)) {
                        told.put(event.subject(), new Ledger.Seen(event.epoch(), event.sequence(), event.id()));
                        if (before != null && before.epoch() != event.epoch()) {
                            rewound.add(event.subject());
                        }
                        events.add(event);
                    }
                }
            }
            hand(events.stream()
                    .filter(event -> !event.marker() && !rewound.contains(event.subject()))
                    .toList());
        }

        /** Of subjects whose producer was restored what holds, and nothing else. */
        void anew(Map<TopicPartition, Long> upTo) throws SQLException {
            Map<UUID, Ledger.Seen> applied = applied(rewound);
            Set<UUID> left = new LinkedHashSet<>(rewound);
            while (!left.isEmpty()) {
                Map<UUID, List<Received>> history = topics.read(upTo, left, worker);
                left.removeAll(history.keySet());
                for (Map.Entry<UUID, List<Received>> subject : history.entrySet()) {
                    anew(subject.getValue(), applied.get(subject.getKey()).eventId());
                }
            }
        }

        private void anew(List<Received> history, UUID last) throws SQLException {
            Received newest = history.stream()
                    .filter(received -> received.event().id().equals(last))
                    .findFirst()
                    .orElseThrow();
            InboxEvent event = newest.event();
            handler.forget(worker, List.of(new InboxHandler.Subject(event.tenant(), event.subject())));
            try {
                hand(Timeline.upTo(newest, history).stream()
                        .map(Received::event)
                        .filter(each -> !each.marker())
                        .toList());
            } catch (UnreadableEvent e) {
                LOG.errorf("what holds of %s in %s cannot be told: %s", event.subject(), topic, e.getMessage());
            }
        }

        private Map<UUID, Ledger.Seen> applied(Set<UUID> subjects) throws SQLException {
            return Ledger.open(worker, topic, null, Set.of(), subjects).seen();
        }

        private InboxEvent read(ConsumerRecord<byte[], byte[]> record) {
            try {
                return decoder.decode(record).event();
            } catch (UnreadableEvent setAside) {
                return null; // when it came
            }
        }

        /** All together; one by one where the handler cannot read one, which is then left out. */
        private void hand(List<InboxEvent> all) throws SQLException {
            List<InboxEvent> events =
                    all.stream().filter(event -> handler.reads(event.type())).toList();
            if (events.isEmpty()) {
                return;
            }
            Savepoint before = worker.setSavepoint();
            try {
                handler.apply(worker, events);
                worker.releaseSavepoint(before);
            } catch (UnreadableEvent e) {
                worker.rollback(before);
                if (events.size() == 1) {
                    LOG.errorf(
                            "event %s of %s is left out: %s", events.getFirst().id(), topic, e.getMessage());
                } else {
                    for (InboxEvent event : events) {
                        hand(List.of(event));
                    }
                }
            }
        }
    }

    private static boolean after(InboxEvent event, Ledger.Seen seen) {
        return event.epoch() > seen.epoch() || event.epoch() == seen.epoch() && event.sequence() > seen.sequence();
    }
}
