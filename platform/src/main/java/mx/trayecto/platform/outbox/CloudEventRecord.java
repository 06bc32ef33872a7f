package mx.trayecto.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** An event as Kafka takes it: CloudEvents 1.0 in Kafka's binary mode. */
final class CloudEventRecord {
    private CloudEventRecord() {}

    /** @param row of the outbox, in the order in which the relay reads its columns */
    static ProducerRecord<byte[], byte[]> of(ResultSet row, String source) throws SQLException {
        String subject = row.getObject(3, UUID.class).toString();
        RecordHeaders headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.getString(6));
        header(headers, "ce_source", source);
        header(headers, "ce_type", row.getString(7));
        header(headers, "ce_subject", subject);
        header(headers, "ce_time", row.getTimestamp(8).toInstant().toString());
        header(headers, "ce_epoch", row.getString(4));
        header(headers, "ce_sequence", row.getString(5));
        if (row.getString(12) != null) {
            header(headers, "ce_previousepoch", row.getString(12));
        }
        header(headers, "ce_tenant", row.getString(11));
        header(headers, "content-type", "application/json");
        if (row.getString(9) != null) {
            header(headers, "traceparent", row.getString(9));
        }
        String data = row.getString(10);
        return new ProducerRecord<>(row.getString(2), null, bytes(subject), data == null ? null : bytes(data), headers);
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
