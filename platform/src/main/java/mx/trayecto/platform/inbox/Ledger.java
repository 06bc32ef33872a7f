package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What has been consumed, kept in the transaction that applies the events. */
final class Ledger {
    private static final long START = 0;

    /** The last event applied of a subject. */
    record Seen(int epoch, long sequence, UUID eventId) {}

    private final Connection connection;
    private final String topic;

    Ledger(Connection connection, String topic) {
        this.connection = connection;
        this.topic = topic;
    }

    /**
     * Locks the rows of these partitions and tells where to go on in each.
     *
     * @throws TopicRecreated where the topic is not the one that was consumed before
     */
    Map<Integer, Long> lock(Set<Integer> partitions, String topicId) throws SQLException {
        Map<Integer, Long> next = locked(partitions, topicId);
        if (next.size() < partitions.size()) {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO inbox_offset"
                    + " SELECT ?, partition, ?, " + START + " FROM unnest(?::int[]) AS partition ORDER BY partition"
                    + " ON CONFLICT DO NOTHING")) {
                insert.setString(1, topic);
                insert.setString(2, topicId);
                insert.setArray(3, connection.createArrayOf("int4", partitions.toArray()));
                insert.executeUpdate();
            }
            next = locked(partitions, topicId);
        }
        return next;
    }

    private Map<Integer, Long> locked(Set<Integer> partitions, String topicId) throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT partition, next_offset, topic_id"
                + " FROM inbox_offset WHERE topic = ? AND partition = ANY (?) ORDER BY partition FOR UPDATE")) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("int4", partitions.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!row.getString(3).equals(topicId)) {
                        throw new TopicRecreated(topic);
                    }
                    next.put(row.getInt(1), row.getLong(2));
                }
            }
        }
        return next;
    }

    void advance(Map<Integer, Long> nextOffsets) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE inbox_offset o SET next_offset = n.next_offset"
                        + " FROM unnest(?::int[], ?::bigint[]) AS n (partition, next_offset)"
                        + " WHERE o.topic = ? AND o.partition = n.partition")) {
            update.setArray(
                    1, connection.createArrayOf("int4", nextOffsets.keySet().toArray()));
            update.setArray(
                    2, connection.createArrayOf("int8", nextOffsets.values().toArray()));
            update.setString(3, topic);
            update.executeUpdate();
        }
    }

    Map<UUID, Seen> seen(Collection<UUID> subjects) throws SQLException {
        Map<UUID, Seen> seen = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT aggregate_id, epoch, sequence, event_id"
                + " FROM inbox_sequence WHERE topic = ? AND aggregate_id = ANY (?)")) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen.put(
                            row.getObject(1, UUID.class),
                            new Seen(row.getInt(2), row.getLong(3), row.getObject(4, UUID.class)));
                }
            }
        }
        return seen;
    }

    void remember(Collection<InboxEvent> lastOfEach) throws SQLException {
        Object[] subjects = lastOfEach.stream().map(InboxEvent::subject).toArray();
        Object[] tenants = lastOfEach.stream().map(InboxEvent::tenant).toArray();
        Object[] epochs = lastOfEach.stream().map(InboxEvent::epoch).toArray();
        Object[] sequences = lastOfEach.stream().map(InboxEvent::sequence).toArray();
        Object[] ids = lastOfEach.stream().map(InboxEvent::id).toArray();
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO inbox_sequence"
                + " (topic, aggregate_id, tenant_id, epoch, sequence, event_id)"
                + " SELECT ?, * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::uuid[])"
                + " ON CONFLICT (topic, aggregate_id) DO UPDATE SET epoch = EXCLUDED.epoch,"
                + " sequence = EXCLUDED.sequence, event_id = EXCLUDED.event_id")) {
            upsert.setString(1, topic);
            upsert.setArray(2, connection.createArrayOf("uuid", subjects));
            upsert.setArray(3, connection.createArrayOf("uuid", tenants));
            upsert.setArray(4, connection.createArrayOf("int4", epochs));
            upsert.setArray(5, connection.createArrayOf("int8", sequences));
            upsert.setArray(6, connection.createArrayOf("uuid", ids));
            upsert.executeUpdate();
        }
    }

    Set<UUID> parked(Collection<UUID> subjects) throws SQLException {
        Set<UUID> parked = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT aggregate_id FROM inbox_parked WHERE topic = ? AND aggregate_id = ANY (?)")) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parked.add(row.getObject(1, UUID.class));
                }
            }
        }
        return parked;
    }

    /** Takes away what was set aside of subjects up to the events that now stand as their last, and parks them no longer. */
    void release(Collection<Received> lastOfEach) throws SQLException {
        Object[] subjects = lastOfEach.stream().map(Received::subject).toArray();
        try (PreparedStatement aside = connection.prepareStatement("DELETE FROM dead_letter d"
                        + " USING unnest(?::uuid[], ?::int[], ?::bigint[]) AS s (id, partition, record_offset)"
                        + " WHERE d.topic = ? AND d.aggregate_id = s.id AND d.partition = s.partition"
                        + " AND d.record_offset <= s.record_offset");
                PreparedStatement parked = connection.prepareStatement("DELETE FROM inbox_parked p"
                        + " WHERE p.topic = ? AND p.aggregate_id = ANY (?) AND NOT EXISTS (SELECT FROM dead_letter d"
                        + " WHERE d.topic = p.topic AND d.aggregate_id = p.aggregate_id)")) {
            aside.setArray(1, connection.createArrayOf("uuid", subjects));
            aside.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            lastOfEach.stream()
                                    .map(last -> last.event().partition())
                                    .toArray()));
            aside.setArray(
                    3,
                    connection.createArrayOf(
                            "int8",
                            lastOfEach.stream()
                                    .map(last -> last.event().offset())
                                    .toArray()));
            aside.setString(4, topic);
            aside.executeUpdate();
            parked.setString(1, topic);
            parked.setArray(2, connection.createArrayOf("uuid", subjects));
            parked.executeUpdate();
        }
    }

    void setAside(Collection<Received> ofOneSubject, String reason) throws SQLException {
        for (Received received : ofOneSubject) {
            setAside(received.record(), received.subject(), reason);
        }
    }

    /** Sets a record aside and parks its subject, if it has one. */
    void setAside(ConsumerRecord<byte[], byte[]> record, UUID subject, String reason) throws SQLException {
        UUID tenant = Decoder.uuid(Decoder.header(record, "ce_tenant"));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO dead_letter"
                + " (topic, partition, record_offset, aggregate_id, tenant_id, headers, payload, reason)"
                + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, topic);
            insert.setInt(2, record.partition());
            insert.setLong(3, record.offset());
            insert.setObject(4, subject);
            insert.setObject(5, tenant);
            insert.setString(6, DeadLetters.headers(record));
            insert.setBytes(7, record.value());
            insert.setString(8, reason);
            insert.executeUpdate();
        }
        if (subject != null) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO inbox_parked VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, topic);
                insert.setObject(2, subject);
                insert.setObject(3, tenant);
                insert.setString(4, reason);
                insert.executeUpdate();
            }
        }
    }
}
