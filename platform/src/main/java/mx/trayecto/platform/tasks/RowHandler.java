package mx.trayecto.platform.tasks;

import java.util.List;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Row;

/**
 * What a service does with the rows of one kind of import. It runs as the one who began the task, in a transaction that
 * also moves the task's progress: a row is done once, or the transaction is rolled back and the row comes again.
 */
public interface RowHandler {
    /** The kind of import that this is for. */
    String kind();

    /**
     * Looks at a file before it is taken.
     *
     * @throws ProblemException where it cannot be one of this kind
     */
    default void check(ImportFile file) {}

    /**
     * Does one row. In a dry run, all that it writes is undone afterwards.
     *
     * @throws ProblemException why it is rejected; all that was written for it is undone
     */
    RowResult handle(ImportFile file, Row row);

    /**
     * Hears what became of some rows, in the transaction that writes it down, of a dry run too: what a rejected row wrote
     * is undone, so this is where it may leave a trace.
     */
    default void became(ImportFile file, List<RowResult> results) {}

    /** The row's own name for what it tells of, where it has an opaque one; told with a rejected row. */
    default String externalId(ImportFile file, Row row) {
        return null;
    }

    /**
     * Ends a file whose rows are all done, in a transaction of its own.
     *
     * @param rejected how many of its rows were rejected
     * @throws ProblemException why the whole import fails
     */
    default void finish(ImportFile file, int rejected) {}
}
