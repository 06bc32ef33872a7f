package mx.trayecto.platform.tasks;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.platform.problem.Bodies;
import mx.trayecto.platform.rows.DoubtfulFile;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.rows.RecordColumns;
import mx.trayecto.platform.rows.Row;

/**
 * Rows that each are one record, as JSON or as cells: a table's columns are the record's, and must be there where the record
 * requires them.
 *
 * @param <T> the record
 */
public abstract class RecordRows<T extends Record> implements RowHandler {
    @Inject
    Bodies bodies;

    private final String kind;
    private final Class<T> type;
    private final RecordColumns columns;
    private final List<String> required;

    protected RecordRows(String kind, Class<T> type) {
        this.kind = kind;
        this.type = type;
        columns = RecordColumns.of(type);
        required = Stream.of(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(NotNull.class))
                .map(RecordComponent::getName)
                .filter(columns.names()::contains)
                .toList();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void check(ImportFile file) {
        if (file.format() == Format.CSV && !mayHave(file.columns())) {
            Set<String> names = new LinkedHashSet<>(columns.names());
            throw DoubtfulFile.at(1, "columns", "debe tener las columnas " + names, "must have the columns " + names);
        }
    }

    private boolean mayHave(List<String> told) {
        return told.containsAll(required) && told.stream().allMatch(this::known);
    }

    /** Whether a table may have such a column. */
    protected boolean known(String column) {
        return columns.names().contains(column);
    }

    @Override
    public RowResult handle(ImportFile file, Row row) {
        return take(read(row));
    }

    /**
     * Does one row.
     *
     * @throws mx.trayecto.platform.problem.ProblemException why it is rejected
     */
    protected abstract RowResult take(T told);

    /**
     * What a row says.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 with every error of form
     */
    protected T read(Row row) {
        return bodies.read(row.cells() ? json(row.fields()) : row.fields(), type);
    }

    /** The record's JSON of a row of cells. */
    protected ObjectNode json(ObjectNode cells) {
        return columns.json(cells);
    }
}
