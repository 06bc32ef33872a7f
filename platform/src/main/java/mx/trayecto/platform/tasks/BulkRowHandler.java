package mx.trayecto.platform.tasks;

import java.util.List;
import java.util.Map;

import mx.trayecto.platform.rows.Row;

/** A handler that does many rows together, where what becomes of one does not hang on another. */
public interface BulkRowHandler extends RowHandler {
    /**
     * Does together those rows for which that comes to the same as {@link #handle} of each. The others are done one by one
     * after these, in their order; and where this fails, all of them are, from the beginning.
     *
     * @return what became of those that were done, by line
     */
    Map<Integer, RowResult> handleMany(ImportFile file, List<Row> rows);
}
