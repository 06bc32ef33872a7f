package mx.trayecto.platform.problem;

/**
 * A failure as it may be logged: types and places, no messages, because messages of drivers and parsers repeat the
 * values they were given (a duplicate key prints the row).
 */
public final class Redacted extends Exception {
    private Redacted(Throwable original, Redacted cause) {
        super(describe(original), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    public static Redacted of(Throwable failure) {
        return failure == null ? null : of(failure, 0);
    }

    private static Redacted of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new Redacted(failure, cause == null || cause == failure || depth > 8 ? null : of(cause, depth + 1));
    }

    private static String describe(Throwable failure) {
        return failure instanceof java.sql.SQLException sql
                ? failure.getClass().getName() + " [SQLSTATE " + sql.getSQLState() + "]"
                : failure.getClass().getName();
    }
}
