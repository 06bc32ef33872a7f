package mx.trayecto.platform.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Rows as one array per column, so that a single statement reads or writes them all through {@code unnest}. Among the
 * values of a statement it stands for as many as it has columns.
 */
public final class Columns<T> {
    record Column(String type, Object[] values) {}

    private final Collection<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> uuid(Function<T, ?> column) {
        return add("uuid", column);
    }

    public Columns<T> text(Function<T, ?> column) {
        return add("text", column);
    }

    public Columns<T> date(Function<T, ?> column) {
        return add("date", column);
    }

    public Columns<T> time(Function<T, ?> column) {
        return add("timestamptz", column);
    }

    public Columns<T> number(Function<T, ?> column) {
        return add("numeric", column);
    }

    public Columns<T> whole(Function<T, ?> column) {
        return add("int4", column);
    }

    public Columns<T> count(Function<T, ?> column) {
        return add("int8", column);
    }

    public Columns<T> flag(Function<T, ?> column) {
        return add("bool", column);
    }

    private Columns<T> add(String type, Function<T, ?> column) {
        columns.add(new Column(type, rows.stream().map(column).toArray()));
        return this;
    }

    List<Column> columns() {
        return columns;
    }
}
