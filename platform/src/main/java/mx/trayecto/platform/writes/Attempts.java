package mx.trayecto.platform.writes;

import java.sql.SQLException;
import java.util.function.Supplier;

/** Tries a transaction again where the database ended it for another's sake: nothing of it has happened. */
public final class Attempts {
    private static final int MOST = 3;

    private Attempts() {}

    /**
     * What the transaction gives.
     *
     * @param undone called before each further attempt
     */
    public static <T> T of(Supplier<T> transaction, Runnable undone) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == MOST || !endedForAnother(e)) {
                    throw e;
                }
                undone.run();
            }
        }
    }

    /** A deadlock, or a conflict that only one of two could survive. */
    private static boolean endedForAnother(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().equals("40P01") || sql.getSQLState().equals("40001");
            }
        }
        return false;
    }
}
