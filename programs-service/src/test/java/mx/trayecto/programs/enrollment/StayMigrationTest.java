package mx.trayecto.programs.enrollment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What was stored before stays were: filled again by the migration's own statements, and taken back. */
@QuarkusTest
@TrayectoTest
class StayMigrationTest {
    private static final String STAYS =
            "SELECT concat_ws(' ', CASE cohort_id WHEN ? THEN 'here' ELSE 'there' END, from_on,"
                    + " until_on) FROM stay WHERE enrollment_id = ? ORDER BY from_on";

    @Test
    void fillsStaysFromEnrollmentsAndWhatWasRecordedInThem() throws Exception {
        Group group = new Group(5);
        UUID other = group.open(group.catalogue.cohort("G2", 5));
        UUID staying = group.enrolled();
        UUID deferred = group.enrolled();
        UUID gone = group.enrolled();
        UUID moved = group.enrolled();
        UUID unseen = group.enrolled();
        for (String day : List.of("2024-06-12", "2024-06-18")) {
            group.roll(group.session(day, "2"), Map.of(moved, true)).then().statusCode(200);
        }
        group.step(deferred, "deferral", "{\"on\": \"2024-06-20\", \"until\": \"2024-08-01\"}");
        group.step(gone, "withdrawal", "{\"on\": \"2024-06-20\", \"reason\": \"moved\"}");
        for (UUID woman : List.of(moved, unseen)) {
            group.step(woman, "transfer", "{\"on\": \"2024-06-25\", \"cohort\": \"%s\"}".formatted(other));
        }
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V42__stay.sql"));
        try (Connection owner = Database.connect("programs", "owner");
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("DELETE FROM stay");
            statement.execute(migration.substring(migration.indexOf("INSERT INTO stay")));
            Map.of(
                            staying, List.of("here 2024-06-10"),
                            deferred, List.of("here 2024-06-10 2024-06-20"),
                            gone, List.of("here 2024-06-10 2024-06-21"),
                            moved, List.of("here 2024-06-12 2024-06-19", "there 2024-06-25"),
                            unseen, List.of("there 2024-06-25"))
                    .forEach((woman, stays) -> assertEquals(stays, stays(owner, group, woman)));
            owner.rollback();
        }
    }

    private static List<String> stays(Connection owner, Group group, UUID woman) {
        try {
            return Database.query(owner, STAYS, group.cohort, woman);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
