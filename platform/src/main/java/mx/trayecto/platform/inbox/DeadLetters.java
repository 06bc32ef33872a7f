package mx.trayecto.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

import mx.trayecto.platform.storage.Pipeline;

/** Records that were set aside, and the way back for them once the fault is mended. */
@ApplicationScoped
public class DeadLetters {
    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @Inject
    Applier applier;

    @Inject
    ObjectMapper json;

    /**
     * Records set aside for one reason: the first one's id, the subject and tenant where they could be read, how many,
     * why the first, and since when.
     */
    record Aside(long id, String topic, UUID key, UUID tenant, int records, String reason, Instant since) {}

    static String headers(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        record.headers()
                .forEach(h -> headers.put(
                        storable(h.key()),
                        h.value() == null ? null : storable(new String(h.value(), StandardCharsets.UTF_8))));
        return headers.toString();
    }

    /** PostgreSQL's texts have no zero character. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /**
     * Applies a parked subject's records again, in order, in one transaction; what still cannot be applied stays aside.
     *
     * @return how many records were taken out of the dead-letter table for good
     */
    public int redrive(String topic, UUID subject) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<ConsumerRecord<byte[], byte[]>> aside = take(connection, topic, subject);
                if (!aside.isEmpty()) {
                    Ledger ledger = Ledger.open(connection, topic, null, Set.of(), Set.of(subject));
                    applier.apply(connection, ledger, aside, true);
                    ledger.send();
                }
                int left = count(connection, topic, subject);
                connection.commit();
                return aside.size() - left;
            } catch (Throwable e) { // also an error: given back to its pool, the connection would commit
                connection.rollback();
                throw e;
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> take(Connection connection, String topic, UUID subject)
            throws SQLException {
        Pipeline database = new Pipeline(connection);
        // the consumer must not set another of the subject's records aside meanwhile
        database.write("SELECT FROM inbox_offset WHERE topic = ? ORDER BY partition FOR UPDATE", topic);
        database.write("DELETE FROM inbox_parked WHERE topic = ? AND aggregate_id = ?", topic, subject);
        return database.ask(
                        "WITH taken AS (DELETE FROM dead_letter WHERE topic = ? AND aggregate_id = ?"
                                + " RETURNING partition, record_offset, headers, payload)"
                                + " SELECT * FROM taken ORDER BY record_offset",
                        row -> record(topic, subject, row),
                        topic,
                        subject)
                .rows();
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, UUID subject, ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        try {
            json.readTree(row.getString(3))
                    .properties()
                    .forEach(h -> headers.add(
                            h.getKey(),
                            h.getValue().isNull() ? null : h.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("stored headers cannot be read", e);
        }
        return new ConsumerRecord<>(
                topic,
                row.getInt(1),
                row.getLong(2),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                subject.toString().getBytes(StandardCharsets.UTF_8),
                row.getBytes(4),
                headers,
                java.util.Optional.empty());
    }

    private static int count(Connection connection, String topic, UUID subject) throws SQLException {
        return new Pipeline(connection)
                .ask(
                        "SELECT count(*) FROM dead_letter WHERE topic = ? AND aggregate_id = ?",
                        row -> row.getInt(1),
                        topic,
                        subject)
                .rows()
                .getFirst();
    }

    /**
     * Applies again whatever is parked, subject by subject.
     *
     * @return how many records were applied
     */
    int redriveAll() throws SQLException {
        int applied = 0;
        for (Aside aside : aside()) {
            if (aside.key() != null) {
                applied += redrive(aside.topic(), aside.key());
            }
        }
        return applied;
    }

    /** What is set aside, by subject, oldest first; a record without a readable key stands alone. */
    List<Aside> aside() throws SQLException {
        List<Aside> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT min(id), topic, aggregate_id,"
                        + " min(tenant_id::text)::uuid, count(*), (array_agg(reason ORDER BY id))[1], min(arrived_at)"
                        + " FROM dead_letter GROUP BY topic, aggregate_id,"
                        + " CASE WHEN aggregate_id IS NULL THEN id END ORDER BY 1");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(new Aside(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()));
            }
        }
        return all;
    }

    /**
     * Gives up a record without a readable key: whose it was cannot be known, and it can never be applied.
     *
     * @return false where there is none with this id, or it has a key and can be driven again
     */
    boolean discard(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM dead_letter WHERE id = ? AND aggregate_id IS NULL")) {
            delete.setLong(1, id);
            return delete.executeUpdate() == 1;
        }
    }

    /** How many subjects are parked, by topic: what readiness shows. */
    public Map<String, Integer> parked() throws SQLException {
        Map<String, Integer> parked = new java.util.TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT topic, count(*) FROM inbox_parked GROUP BY topic");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                parked.put(row.getString(1), row.getInt(2));
            }
        }
        return parked;
    }
}
