package mx.trayecto.platform.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements on one connection that wait until an answer is needed and are then sent in one round trip: on a busy machine
 * it is the waking up and lying down again on both sides that a statement waits for. They are carried out one after the
 * other, each on what is committed by then; a fault of one shows where they are sent and ends the transaction.
 *
 * <p>Values are bound in the order of the question marks. {@link Columns} stand for one array each; an array or
 * collection of ids becomes {@code uuid[]}, of byte strings {@code bytea[]}; null is of unknown type, so cast it where
 * the statement does not tell.
 */
public final class Pipeline {
    private final Connection connection;
    private List<Sent<?>> waiting = new ArrayList<>();

    public Pipeline(Connection connection) {
        this.connection = connection;
    }

    /** What is made of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What a statement gives back, once it has been sent. */
    public final class Answer<T> {
        private List<T> rows;
        private int count;

        private Answer() {}

        /** All rows, in their order; sends what waits. */
        public List<T> rows() throws SQLException {
            arrived();
            return rows;
        }

        /** How many rows were written; sends what waits. */
        public int count() throws SQLException {
            arrived();
            return count;
        }

        private void arrived() throws SQLException {
            if (rows == null) {
                send();
            }
        }
    }

    private record Sent<T>(String sql, Row<T> as, Object[] values, Pipeline.Answer<T> answer) {
        void take(PreparedStatement from, boolean rows) throws SQLException {
            List<T> taken = new ArrayList<>();
            if (rows) {
                try (ResultSet row = from.getResultSet()) {
                    while (row.next()) {
                        taken.add(as.of(row));
                    }
                }
            } else {
                answer.count = from.getUpdateCount();
            }
            answer.rows = taken;
        }
    }

    /** A single statement; rows that it gives are left alone. */
    public Answer<Void> write(String statement, Object... values) {
        return ask(statement, row -> null, values);
    }

    /** A single query, or statement that returns rows. */
    public <T> Answer<T> ask(String query, Row<T> as, Object... values) {
        Answer<T> answer = new Answer<>();
        waiting.add(new Sent<>(query, as, values, answer));
        return answer;
    }

    /** Sends what waits. */
    public void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Sent<?>> sent = waiting;
        waiting = new ArrayList<>();
        String together = sent.stream().map(Sent::sql).collect(Collectors.joining(";"));
        try (PreparedStatement statement = connection.prepareStatement(together)) {
            int next = 1;
            for (Sent<?> each : sent) {
                for (Object value : each.values()) {
                    next = bind(statement, next, value);
                }
            }
            boolean rows = statement.execute();
            for (Sent<?> each : sent) {
                each.take(statement, rows);
                rows = statement.getMoreResults();
            }
        }
    }

    private int bind(PreparedStatement statement, int next, Object value) throws SQLException {
        switch (value) {
            case Columns<?> columns -> {
                int index = next;
                for (Columns.Column column : columns.columns()) {
                    column.bind(statement, index++);
                }
                return index;
            }
            case byte[][] tokens -> statement.setArray(next, connection.createArrayOf("bytea", tokens));
            case Object[] ids -> statement.setObject(next, Columns.array("uuid", List.of(ids)));
            case Collection<?> ids -> statement.setObject(next, Columns.array("uuid", ids));
            case null -> statement.setObject(next, null);
            default -> statement.setObject(next, value);
        }
        return next + 1;
    }
}
