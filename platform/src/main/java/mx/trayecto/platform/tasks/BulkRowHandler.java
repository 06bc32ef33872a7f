package mx.trayecto.platform.tasks;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import mx.trayecto.platform.rows.Row;

/** A handler that does many rows together, where what becomes of one does not hang on another. */
public interface BulkRowHandler extends RowHandler {
    /**
     * Works out of rows whatever needs neither the database nor a transaction, while those before them are written.
     *
     * @return does together, in the transaction, the rows for which that comes to the same as {@link #handle} of each, and
     *     tells what became of them, by line. The others are done one by one after these, in their order; and where it
     *     fails, all of them are, from the beginning. It may be called again after a conflict
     */
    Supplier<Map<Integer, RowResult>> prepare(ImportFile file, List<Row> rows);
}
