package mx.trayecto.proof.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole outbox of a producer; nothing is tidied away within a proof's time. */
public final class OutboxReader {
    private OutboxReader() {}

    public static List<OutboxRow> read(Connection producer) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (Statement statement = producer.createStatement();
                ResultSet row = statement.executeQuery("SELECT topic, aggregate_id, epoch, sequence, event_id,"
                        + " substr(traceparent, 4, 32), published_at IS NOT NULL FROM outbox ORDER BY id")) {
            while (row.next()) {
                rows.add(new OutboxRow(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)));
            }
        }
        return rows;
    }
}
