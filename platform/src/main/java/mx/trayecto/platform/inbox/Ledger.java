package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * What has been consumed of a topic's partitions, which are locked, kept in the transaction that applies the events. What
 * is noted waits for {@link #send}.
 */
final class Ledger {
    private static final String LOCK = "SELECT partition, next_offset, topic_id FROM inbox_offset"
            + " WHERE topic = ? AND partition = ANY (?) ORDER BY partition FOR UPDATE";

    private static final String BEGIN = "INSERT INTO inbox_offset SELECT ?, partition, ?, 0"
            + " FROM unnest(?::int[]) AS partition ORDER BY partition ON CONFLICT DO NOTHING";

    private static final String SEEN = "SELECT aggregate_id, epoch, sequence, event_id FROM inbox_sequence"
            + " WHERE topic = ? AND aggregate_id = ANY (?)";

    private static final String PARKED =
            "SELECT aggregate_id FROM inbox_parked WHERE topic = ? AND aggregate_id = ANY (?)";

    private static final String ADVANCE = "UPDATE inbox_offset o SET next_offset = n.next_offset"
            + " FROM unnest(?::int[], ?::bigint[]) AS n (partition, next_offset)"
            + " WHERE o.topic = ? AND o.partition = n.partition";

    private static final String REMEMBER = "INSERT INTO inbox_sequence"
            + " (topic, aggregate_id, tenant_id, epoch, sequence, event_id)"
            + " SELECT ?, * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::uuid[])"
            + " ON CONFLICT (topic, aggregate_id) DO UPDATE SET epoch = EXCLUDED.epoch,"
            + " sequence = EXCLUDED.sequence, event_id = EXCLUDED.event_id";

    private static final String RELEASE_ASIDE = "DELETE FROM dead_letter d"
            + " USING unnest(?::uuid[], ?::int[], ?::bigint[]) AS s (id, partition, record_offset)"
            + " WHERE d.topic = ? AND d.aggregate_id = s.id AND d.partition = s.partition"
            + " AND d.record_offset <= s.record_offset";

    private static final String RELEASE = "DELETE FROM inbox_parked p"
            + " WHERE p.topic = ? AND p.aggregate_id = ANY (?) AND NOT EXISTS (SELECT FROM dead_letter d"
            + " WHERE d.topic = p.topic AND d.aggregate_id = p.aggregate_id)";

    private static final String ASIDE = "INSERT INTO dead_letter"
            + " (topic, partition, record_offset, aggregate_id, tenant_id, headers, payload, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING";

    private static final String PARK = "INSERT INTO inbox_parked VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

    /** The last event applied of a subject. */
    record Seen(int epoch, long sequence, UUID eventId) {}

    private final Pipeline database;
    private final String topic;
    private final Map<Integer, Long> next = new HashMap<>();
    private final Map<UUID, Seen> seen = new HashMap<>();
    private final Set<UUID> parked = new HashSet<>();

    private Ledger(Pipeline database, String topic) {
        this.database = database;
        this.topic = topic;
    }

    /**
     * Locks the rows of these partitions, and reads how they and these subjects stand.
     *
     * @throws TopicRecreated where the topic is not the one that was consumed before
     */
    static Ledger open(Connection connection, String topic, String topicId, Set<Integer> partitions, Set<UUID> subjects)
            throws SQLException {
        Ledger ledger = new Ledger(new Pipeline(connection), topic);
        ledger.read(topicId, partitions, subjects);
        if (ledger.next.size() < partitions.size()) {
            ledger.database.write(BEGIN, topic, topicId, Columns.of(partitions).whole(partition -> partition));
            ledger.read(topicId, partitions, subjects); // somebody else may have begun and gone on meanwhile
        }
        return ledger;
    }

    private void read(String topicId, Set<Integer> partitions, Set<UUID> subjects) throws SQLException {
        Pipeline.Answer<Boolean> locked = database.ask(
                LOCK,
                row -> {
                    next.put(row.getInt(1), row.getLong(2));
                    return row.getString(3).equals(topicId);
                },
                topic,
                Columns.of(partitions).whole(partition -> partition));
        if (!subjects.isEmpty()) {
            database.ask(
                    SEEN,
                    row -> seen.put(
                            row.getObject(1, UUID.class),
                            new Seen(row.getInt(2), row.getLong(3), row.getObject(4, UUID.class))),
                    topic,
                    subjects);
            database.ask(PARKED, row -> parked.add(row.getObject(1, UUID.class)), topic, subjects);
        }
        if (locked.rows().contains(false)) {
            throw new TopicRecreated(topic);
        }
    }

    /** Where to go on in a partition. */
    long next(int partition) {
        return next.get(partition);
    }

    Map<UUID, Seen> seen() {
        return seen;
    }

    Set<UUID> parked() {
        return parked;
    }

    void advance(Map<Integer, Long> nextOffsets) {
        database.write(
                ADVANCE,
                Columns.of(nextOffsets.entrySet()).whole(Map.Entry::getKey).count(Map.Entry::getValue),
                topic);
    }

    void remember(Collection<InboxEvent> lastOfEach) {
        database.write(
                REMEMBER,
                topic,
                Columns.of(lastOfEach)
                        .uuid(InboxEvent::subject)
                        .uuid(InboxEvent::tenant)
                        .whole(InboxEvent::epoch)
                        .count(InboxEvent::sequence)
                        .uuid(InboxEvent::id));
    }

    /** Takes away what was set aside of subjects up to the events that now stand as their last, and parks them no longer. */
    void release(Collection<Received> lastOfEach) {
        Columns<Received> last = Columns.of(lastOfEach)
                .uuid(Received::subject)
                .whole(each -> each.event().partition())
                .count(each -> each.event().offset());
        database.write(RELEASE_ASIDE, last, topic);
        database.write(RELEASE, topic, Columns.of(lastOfEach).uuid(Received::subject));
    }

    void setAside(Collection<Received> ofOneSubject, String reason) {
        for (Received received : ofOneSubject) {
            setAside(received.record(), received.subject(), reason);
        }
    }

    /** Sets a record aside and parks its subject, if it has one. */
    void setAside(ConsumerRecord<byte[], byte[]> record, UUID subject, String reason) {
        UUID tenant = Decoder.uuid(Decoder.header(record, "ce_tenant"));
        database.write(
                ASIDE,
                topic,
                record.partition(),
                record.offset(),
                subject,
                tenant,
                DeadLetters.headers(record),
                record.value(),
                reason);
        if (subject != null) {
            database.write(PARK, topic, subject, tenant, reason);
        }
    }

    void send() throws SQLException {
        database.send();
    }
}
