package mx.trayecto.indicators.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Rows bound as one array per column, so that a single statement reads or writes them all through {@code unnest}. */
final class Columns<T> {
    private final Connection connection;
    private final PreparedStatement statement;
    private final Collection<T> rows;
    private int next = 1;

    Columns(Connection connection, PreparedStatement statement, Collection<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    Columns<T> uuid(Function<T, ?> column) throws SQLException {
        return bind("uuid", column);
    }

    Columns<T> text(Function<T, ?> column) throws SQLException {
        return bind("text", column);
    }

    Columns<T> date(Function<T, ?> column) throws SQLException {
        return bind("date", column);
    }

    Columns<T> number(Function<T, ?> column) throws SQLException {
        return bind("numeric", column);
    }

    Columns<T> count(Function<T, ?> column) throws SQLException {
        return bind("int8", column);
    }

    Columns<T> flag(Function<T, ?> column) throws SQLException {
        return bind("bool", column);
    }

    private Columns<T> bind(String type, Function<T, ?> column) throws SQLException {
        Object[] values = new Object[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = column.apply(row);
        }
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }
}
