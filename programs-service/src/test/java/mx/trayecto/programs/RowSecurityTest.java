package mx.trayecto.programs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The database keeps tenants and centres apart by itself: plain SQL under the runtime role, without the service's code. */
@QuarkusTest
@TrayectoTest
class RowSecurityTest {
    private static final List<String> TABLES = List.of(
            "organization",
            "agreement",
            "agreement_transaction",
            "center",
            "membership",
            "staff",
            "staff_qualification",
            "program",
            "pathway",
            "institutional_support",
            "external_course",
            "instrument",
            "cohort",
            "activity",
            "eligibility_rule",
            "xapi_statement",
            "issuer_key");

    @Test
    void showsATenantItsOwnRowsOnly() throws SQLException {
        Catalogue mine = filled();
        Catalogue other = filled();
        for (String table : TABLES) {
            List<String> seen = Database.queryAs(mine.tenant, "programs", "SELECT DISTINCT tenant_id FROM " + table);
            assertEquals(List.of(mine.tenant.toString()), seen, table);
            assertTrue(
                    Database.query("programs", "SELECT DISTINCT tenant_id FROM " + table)
                            .contains(other.tenant.toString()),
                    table);
        }
    }

    @Test
    void showsNothingWithoutATenant() throws SQLException {
        filled();
        try (Connection runtime = Database.connect("programs", "runtime")) {
            for (String table : TABLES) {
                assertEquals(List.of("0"), Database.query(runtime, "SELECT count(*) FROM " + table), table);
                Database.query(runtime, "SELECT set_config('app.tenant', '', false)");
                assertEquals(List.of("0"), Database.query(runtime, "SELECT count(*) FROM " + table), table);
            }
        }
    }

    @Test
    void showsACentreItsOwnCohortsStaffAndActivities() throws SQLException {
        Catalogue catalogue = filled();
        UUID elsewhere = catalogue.center("CREA-2");
        UUID there = catalogue.create("/v1/cohorts", catalogue.cohort("G2", elsewhere, 10));
        try (Connection runtime = Database.connect("programs", "runtime")) {
            Database.query(runtime, "SELECT set_config('app.tenant', ?, false)", catalogue.tenant.toString());
            Database.query(runtime, "SELECT set_config('app.centers', ?, false)", elsewhere.toString());
            assertEquals(List.of(there.toString()), Database.query(runtime, "SELECT id FROM cohort"));
            assertEquals(List.of(), Database.query(runtime, "SELECT id FROM staff"));
            assertEquals(List.of(), Database.query(runtime, "SELECT id FROM staff_qualification"));
            assertEquals(List.of(), Database.query(runtime, "SELECT id FROM activity"));
            assertEquals(List.of(), Database.query(runtime, "SELECT id FROM xapi_statement"));
            assertThrows(
                    SQLException.class,
                    () -> Database.query(
                            runtime, "UPDATE cohort SET center_id = ? WHERE id = ?", catalogue.center, there));
        }
    }

    @Test
    void keepsAForeignTenantsRowFromBeingWritten() throws SQLException {
        Catalogue mine = new Catalogue();
        Catalogue other = new Catalogue();
        try (Connection runtime = Database.connect("programs", "runtime")) {
            Database.query(runtime, "SELECT set_config('app.tenant', ?, false)", mine.tenant.toString());
            Database.query(runtime, "UPDATE program SET code = 'TAKEN' WHERE id = ?", other.program);
            assertThrows(
                    SQLException.class,
                    () -> Database.query(
                            runtime, "UPDATE program SET tenant_id = ? WHERE id = ?", other.tenant, mine.program));
            assertThrows(SQLException.class, () -> Database.query(runtime, "DELETE FROM program"));
            assertThrows(SQLException.class, () -> Database.query(runtime, "CREATE TABLE mine (id uuid)"));
        }
        assertEquals(
                List.of("SCE"), Database.query("programs", "SELECT code FROM program WHERE id = ?", other.program));
    }

    @Test
    void keepsNamesOfStaffUnreadableInTheDatabase() throws SQLException {
        Catalogue catalogue = filled();
        for (String table : List.of("staff", "outbox", "idempotency", "audit_entry")) {
            assertEquals(
                    List.of("0"),
                    Database.query(
                            "programs",
                            "SELECT count(*) FROM " + table + " t WHERE tenant_id = ? AND (t::text LIKE '%Zoraida%'"
                                    + " OR t::text LIKE '%example.org%' OR t::text LIKE '%'"
                                    + " || encode('Zoraida'::bytea, 'hex') || '%')",
                            catalogue.tenant),
                    table);
        }
    }

    private static Catalogue filled() {
        Catalogue catalogue = new Catalogue();
        for (Kind kind : Kind.values()) {
            catalogue.create(kind.path, kind.body(catalogue));
        }
        catalogue.create("/v1/issuer-keys", "{}");
        String staff = "/v1/staff/" + catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        catalogue.create(staff + "/qualifications", Catalogue.TRAINING);
        Caller.post(catalogue.coordinator)
                .body("""
                        {"conditions": [{"code": "adult", "expression": "age >= 18", "reason": {"es": "es menor de edad"}}]}""")
                .post("/v1/programs/" + catalogue.program + "/eligibility")
                .then()
                .statusCode(200);
        Caller.with(catalogue.coordinator)
                .header("X-Experience-API-Version", "1.0.3")
                .contentType("application/json")
                .body("""
                        {"id": "%s", "version": "1.0.3", "timestamp": "2024-06-21T02:30:00Z",
                         "actor": {"account": {"homePage": "https://trayecto.example", "name": "%s"}},
                         "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "edapp-1"}}""".formatted(UUID.randomUUID(), UUID.randomUUID()))
                .post("/v1/xapi/statements")
                .then()
                .statusCode(200);
        return catalogue;
    }
}
