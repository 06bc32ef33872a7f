package mx.trayecto.programs.cohort;

import java.util.UUID;

import mx.trayecto.platform.storage.Sql;

/** When a cohort meets, as something that one at a time changes: its sessions, and the dates that they lie within. */
public final class SessionPlan {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(?, 2))";

    private SessionPlan() {}

    /** Keeps everybody else from changing it until the transaction ends; what it rests on is read afterwards. */
    public static void lock(UUID cohort) {
        Sql.get().list(ONE_AT_A_TIME, row -> null, "sessions of " + cohort);
    }
}
