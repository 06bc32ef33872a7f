package mx.trayecto.proof.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.check.Topics;
import mx.trayecto.proof.stack.Stack;

/** Nothing under way any more: outboxes published, every consumer at the end of its topics. */
final class Quiet {
    private static final List<String> PRODUCERS = List.of("participants", "programs");
    private static final List<String> CONSUMERS = List.of("participants", "programs", "indicators");

    private final Stack stack;
    private final Topics topics;

    Quiet(Stack stack) {
        this.stack = stack;
        this.topics = new Topics(stack.brokers());
    }

    /** @return whether it came to rest in time */
    boolean within(Duration time) {
        return Patience.within(time, () -> published() && consumed());
    }

    private boolean published() throws SQLException {
        for (String producer : PRODUCERS) {
            try (Connection connection = stack.database(producer);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox WHERE published_at IS NULL")) {
                row.next();
                if (row.getLong(1) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean consumed() throws SQLException {
        for (String consumer : CONSUMERS) {
            if (!consumed(consumer)) {
                return false;
            }
        }
        return true;
    }

    boolean consumed(String database) throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = stack.database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT topic, partition, next_offset FROM inbox_offset")) {
            while (row.next()) {
                positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
        }
        return !positions.isEmpty() && !topics.anyAfter(positions);
    }

    /** How far a consumer has read, all its topics together. */
    long applied(String database) {
        try (Connection connection = stack.database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(sum(next_offset), 0) FROM inbox_offset")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new ProofFailure(database + " cannot be watched: " + e.getMessage(), e);
        }
    }
}
