package mx.trayecto.participants.duplicates;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;

/** Waits until the records of a tenant are compared, so that what was not found is not there. */
public final class Compared {
    private Compared() {}

    public static void all(UUID tenant) {
        all(tenant, Duration.ofMinutes(1));
    }

    /** Until no records wait to be compared at all, so that nothing runs beside what is watched. */
    public static void everybody() {
        Eventually.get(
                () -> Database.query("participants", "SELECT participant_id FROM duplicate_check LIMIT 1"),
                List::isEmpty,
                Duration.ofMinutes(1));
    }

    static void all(UUID tenant, Duration most) {
        Eventually.get(
                () -> Database.query(
                        "participants",
                        "SELECT participant_id FROM duplicate_check WHERE tenant_id = ? LIMIT 1",
                        tenant),
                List::isEmpty,
                most);
    }
}
