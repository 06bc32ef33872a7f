package mx.trayecto.participants.conflicts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What was taken in before it was kept which enrolments are under way is read again by the migration, once. */
@QuarkusTest
@TrayectoTest
class LiveEnrollmentHistoryTest {
    private static final String TOPIC = "trayecto.enrollments.v1";
    private static final String RESTORED = "mx.trayecto.enrollment.restored.v1";

    private final UUID tenant = UUID.randomUUID();
    private final String her = UUID.randomUUID().toString();
    private final UUID program = UUID.randomUUID();
    private final UUID center = UUID.randomUUID();

    private UUID told(String... events) {
        UUID enrollment = UUID.randomUUID();
        for (int i = 0; i < events.length; i++) {
            Elsewhere.enrolment(events[i], tenant, enrollment, i + 1, her, program, center, null);
        }
        taken(enrollment, "1." + events.length);
        return enrollment;
    }

    private static void taken(UUID enrollment, String place) {
        Eventually.get(
                () -> Database.query(
                        "participants",
                        "SELECT epoch || '.' || sequence FROM inbox_sequence WHERE topic = ? AND aggregate_id = ?",
                        TOPIC,
                        enrollment),
                List.of(place)::equals);
    }

    private Set<String> live() throws SQLException {
        return new TreeSet<>(
                Database.query("participants", "SELECT id FROM live_enrollment WHERE tenant_id = ?", tenant));
    }

    @Test
    void isKeptAsIfItHadBeenFromTheBeginning() throws Exception {
        UUID applied = told("applied");
        UUID activated = told("enrolled", "activated");
        told("enrolled", "graduated");
        UUID backAgain = told("enrolled", "graduated", "graduation-revoked");
        UUID goesOnAfterAll = told("enrolled", "withdrawn"); // which was lost in a restore
        Broker.sendRestored(TOPIC, RESTORED, tenant, goesOnAfterAll, 1, 5, 2, "{}");
        taken(goesOnAfterAll, "5.2");
        UUID lost = told("enrolled");
        Broker.sendRestored(TOPIC, RESTORED, tenant, lost, 1, 5, 1, "{}");
        taken(lost, "5.1");
        Set<String> before = new TreeSet<>();
        List.of(applied, activated, backAgain, goesOnAfterAll).forEach(each -> before.add(each.toString()));
        assertEquals(before, live());

        Database.query("participants", "DELETE FROM live_enrollment WHERE tenant_id = ? RETURNING 1", tenant);
        assertEquals(Set.of(), live());
        String migration =
                Files.readString(Path.of("src/main/resources/db/migration/V63__live_enrollment_history.sql"));
        try (Connection owner = Database.connect("participants", "owner");
                Statement statement = owner.createStatement()) {
            statement.execute(migration.substring(migration.indexOf("INSERT INTO")));
        }
        Eventually.get(
                () -> Database.query("participants", "SELECT partition FROM live_enrollment_history"),
                List::isEmpty,
                Duration.ofMinutes(1));
        assertEquals(before, live());
    }
}
