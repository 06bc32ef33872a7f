package mx.trayecto.programs.xapi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static mx.trayecto.programs.xapi.Lms.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Statements that were received before all this was kept of them: filled by the migrations' own statements, and taken back. */
@QuarkusTest
@TrayectoTest
class StatementMigrationTest {
    private static final String KEPT =
            "SELECT coalesce(course, '') || ' ' || coalesce(reason, status) || (completion_id IS NOT NULL)"
                    + " FROM xapi_statement WHERE tenant_id = ? ORDER BY happened_at";

    @Test
    void knowTheirCompletionsAndWhoseAccountIsNoneOfOurs() throws Exception {
        Group group = new Group(2);
        UUID woman = group.enrolled();
        UUID other = group.enrolled();
        new Lms(group)
                .sent(
                        statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-21T12:00:00Z"),
                        statement(UUID.randomUUID(), woman, "passed", "edapp-1", "2024-06-22T12:00:00Z"),
                        statement(UUID.randomUUID(), other, "passed", "edapp-1", "2024-06-23T12:00:00Z"),
                        statement(UUID.randomUUID(), UUID.randomUUID(), "passed", "edapp-1", "2024-06-24T12:00:00Z"),
                        statement(UUID.randomUUID(), "mariana", "passed", "edapp-1", "2024-06-25T12:00:00Z"));
        try (Connection owner = Database.connect("programs", "owner");
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("UPDATE xapi_statement SET completion_id = NULL");
            sql.execute("UPDATE xapi_statement SET reason = 'UNKNOWN_ACTOR' WHERE reason = 'FOREIGN_ACCOUNT'");
            for (String migration : List.of("V82__statement_voiding", "V83__foreign_account")) {
                String all = Files.readString(Path.of("src/main/resources/db/migration/" + migration + ".sql"));
                sql.execute(all.substring(all.indexOf("UPDATE xapi_statement")));
            }
            assertEquals(
                    List.of(
                            "edapp-1 APPLIEDtrue",
                            "edapp-1 APPLIEDfalse",
                            "edapp-1 APPLIEDtrue",
                            "edapp-1 UNKNOWN_ACTORfalse",
                            "edapp-1 FOREIGN_ACCOUNTfalse"),
                    Database.query(owner, KEPT, group.tenant));
            owner.rollback();
        }
    }
}
