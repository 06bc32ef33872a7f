package mx.trayecto.participants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Promise S1 for people: tenants, centres and portals apart, by the code and by the row policies alone. */
@QuarkusTest
@TrayectoTest
class CompartmentTest {
    private static final List<String> TABLES = List.of(
            "participant",
            "external_reference",
            "served_at",
            "consent",
            "search_token",
            "application",
            "duplicate",
            "duplicate_token",
            "duplicate_check");

    private static final List<String> ABOUT_PEOPLE =
            List.of("participant_merge", "identity_access", "arco_request", "arco_step", "collective_member");

    private final UUID tenant = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private UUID crea;
    private UUID cjm;
    private String atCrea;
    private String atCjm;
    private String ofPortal;

    @BeforeEach
    void people() {
        crea = Elsewhere.center(tenant);
        cjm = Elsewhere.center(tenant);
        atCrea = People.registered(coordinator, told(crea, "imm", "1"));
        atCjm = People.registered(coordinator, told(cjm, "imm", "2"));
        ofPortal = People.registered(Tokens.portal(tenant, "sisemh"), told(null, "sisemh", "3"));
        People.registered(Tokens.coordinator(stranger), told(null, "sisemh", "3"));
    }

    private static Map<String, Object> told(UUID center, String source, String externalId) {
        Map<String, Object> told = People.woman("center", center);
        told.put("references", List.of(People.reference(source, externalId)));
        told.put("consents", List.of(People.consent("images", true)));
        return told;
    }

    @Test
    void answersAnotherTenantsPersonAsAnAbsentOne() {
        String other = Tokens.coordinator(stranger);
        for (String path : List.of("", "/history", "/consents")) {
            assertEquals(answer(other, UUID.randomUUID() + path), answer(other, atCrea + path));
        }
        for (String id : List.of(atCrea, UUID.randomUUID().toString())) {
            Caller.patch(other, "\"v0\"")
                    .body("{\"student\":true}")
                    .patch("/v1/participants/" + id)
                    .then()
                    .statusCode(404);
            Caller.post(other)
                    .body(People.consent("images", true))
                    .post("/v1/participants/" + id + "/consents")
                    .then()
                    .statusCode(404);
        }
    }

    /** The whole answer, but for what names the request itself. */
    private static String answer(String token, String path) {
        var answer = Caller.with(token)
                .header("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")
                .get("/v1/participants/" + path);
        assertEquals(404, answer.statusCode());
        return answer.headers() + answer.asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    @Test
    void showsAPortalItsOwnPeopleOnly() {
        String portal = Tokens.portal(tenant, "sisemh");
        Caller.with(portal).get("/v1/participants").then().body("items.id", contains(ofPortal));
        Caller.with(portal).get("/v1/participants/" + atCrea).then().statusCode(404);
        Caller.post(portal)
                .body(Map.of("name", "Escamilla"))
                .post("/v1/participants/search")
                .then()
                .body("items.id", contains(ofPortal));
    }

    @Test
    void showsStaffOfACentreThoseServedThere() {
        String staff = Tokens.facilitator(tenant, crea);
        Caller.with(staff)
                .get("/v1/participants")
                .then()
                .body("items.id", hasItem(atCrea))
                .body("items.id", not(hasItem(atCjm)))
                .body("items.id", not(hasItem(ofPortal)));
        Caller.with(staff).get("/v1/participants/" + atCjm).then().statusCode(404);
        Caller.with(Tokens.facilitator(tenant, crea, cjm))
                .get("/v1/participants")
                .then()
                .body("items.id", hasItem(atCrea))
                .body("items.id", hasItem(atCjm));
        Caller.with(Tokens.facilitator(tenant, UUID.randomUUID()))
                .get("/v1/participants")
                .then()
                .body("items", empty());
    }

    @Test
    void widensACentresCompartmentByItsEnrolments() {
        String staff = Tokens.facilitator(tenant, crea);
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), ofPortal, crea, null);
        Eventually.get(
                () -> Caller.with(staff).get("/v1/participants/" + ofPortal).statusCode(), status -> status == 200);
    }

    @Test
    void putsWhomStaffOfACentreRegisterIntoIt() {
        String staff = Tokens.registrar(tenant, crea);
        String id = People.registered(staff, People.woman());
        Caller.with(staff).get("/v1/participants/" + id).then().statusCode(200);
        String ofTwo = Tokens.registrar(tenant, crea, cjm);
        People.register(ofTwo, People.woman()).statusCode(422).body("errors.pointer", contains("/center"));
        People.register(staff, People.woman("center", cjm)).statusCode(422).body("errors.code", contains("not-yours"));
        People.registered(ofTwo, People.woman("center", cjm));
    }

    @Test
    void putsNobodyIntoACentreThatHasClosed() {
        UUID closed = Elsewhere.center(tenant);
        Elsewhere.close(tenant, closed, "2024-11-30");
        People.register(coordinator, People.woman("center", closed))
                .statusCode(422)
                .body("errors.code", contains("unknown-center"));
        Map<String, Object> then = People.woman("center", closed);
        then.put("registeredOn", "2024-06-03");
        People.register(coordinator, then).statusCode(201);
    }

    @Test
    void namesNoRecordOutsideTheCompartmentByItsCurp() {
        Map<String, Object> told = People.womanWithCurp();
        told.put("center", crea);
        String id = People.registered(coordinator, told);
        for (String token : List.of(Tokens.portal(tenant, "sisemh"), Tokens.registrar(tenant, cjm))) {
            Map<String, Object> again = People.with(told, "center", null);
            again.put("references", List.of(People.reference("sisemh", "9")));
            String answer = People.register(token, again)
                    .statusCode(409)
                    .body("code", equalTo("duplicate-curp"))
                    .header("Location", nullValue())
                    .extract()
                    .asString();
            assertFalse(answer.contains(id));
        }
    }

    @Test
    void holdsWithTheCodesOwnFiltersRemoved() throws SQLException {
        for (String table : TABLES) {
            assertEquals(List.of(), foreign(table, tenant, "", "", "tenant_id <> '" + tenant + "'"), table);
            assertEquals(List.of(), foreign(table, UUID.randomUUID(), "", "", "true"), table);
            assertEquals(List.of(), foreign(table, null, "", "", "true"), table + " without a tenant");
        }
        for (String table : List.of("external_reference", "served_at", "consent", "search_token", "participant")) {
            String person = table.equals("participant") ? "id" : "participant_id";
            assertEquals(List.of(), foreign(table, tenant, crea.toString(), "", person + " = '" + atCjm + "'"), table);
            assertEquals(List.of(), foreign(table, tenant, "", "sisemh", person + " <> '" + ofPortal + "'"), table);
        }
        assertEquals(
                List.of("1"),
                foreign("external_reference", tenant, crea.toString(), "", "participant_id = '" + atCrea + "'"));
    }

    @Test
    void holdsForWhatIsDoneAboutPeople() throws SQLException {
        for (String id : List.of(atCrea, atCjm, ofPortal)) {
            done(tenant, id, id.equals(atCrea) ? atCjm : atCrea);
        }
        for (String table : ABOUT_PEOPLE) {
            String person = table.equals("participant_merge") ? "survivor_id" : "participant_id";
            isOf(table, crea.toString(), "", person + " = '" + atCrea + "'");
            isOf(table, "", "sisemh", person + " = '" + ofPortal + "'");
        }
        isOf("collective", crea.toString(), "", "name = '" + atCrea + "'");
        isOf("collective", "", "sisemh", "name = '" + ofPortal + "'");
        List<String> tables = new ArrayList<>(List.of("collective", "non_working_days", "beneficiary_register"));
        tables.addAll(ABOUT_PEOPLE);
        for (String table : tables) {
            assertEquals(3, foreign(table, tenant, "", "", "true").size(), table);
            assertEquals(List.of(), foreign(table, stranger, "", "", "true"), table);
            assertEquals(List.of(), foreign(table, null, "", "", "true"), table + " without a tenant");
        }
    }

    /** Of the table's rows one alone is seen under the settings, and it is this. */
    private void isOf(String table, String centers, String source, String where) throws SQLException {
        assertEquals(List.of("1"), foreign(table, tenant, centers, source, "true"), table);
        assertEquals(List.of("1"), foreign(table, tenant, centers, source, where), table);
    }

    /** A row of each kind, as if somebody had opened, merged and answered her, and put her into a collective. */
    private void done(UUID tenant, String id, String merged) throws SQLException {
        UUID her = UUID.fromString(id);
        UUID row = UUID.randomUUID();
        write(
                "participant_merge (tenant_id, id, version, created_at, survivor_id, merged_id, reason,"
                        + " survivor_protected, merged_protected, reversed_at, reversal_reason)"
                        + " VALUES (?, ?, 0, now(), ?, ?, 'SAME_CURP', false, false, now(), 'ERROR')",
                tenant,
                row,
                her,
                UUID.fromString(merged));
        write(
                "identity_access (tenant_id, id, version, created_at, participant_id, subject, client, organization,"
                        + " reason, account, ended_at, ended_by)"
                        + " VALUES (?, ?, 0, now(), ?, 'x', 'x', ?, 'SAFETY', '', now(), 'x')",
                tenant,
                row,
                her,
                tenant);
        write(
                "arco_request (tenant_id, id, version, created_at, participant_id, kind, requester, received_on, clock_from,"
                        + " last_on, status, prevention_by, referral_by, prevented, extended, purposes, filing)"
                        + " VALUES (?, ?, 0, now(), ?, 'ACCESS', 'HOLDER', '2024-06-03', '2024-06-03', '2024-06-03', 'DONE',"
                        + " '2024-06-10', '2024-06-06', false, false, '{}', '')",
                tenant,
                row,
                her);
        write(
                "arco_step (tenant_id, id, version, created_at, request_id, participant_id, step, taken_on, subject)"
                        + " VALUES (?, ?, 0, now(), ?, ?, 'RECEIVED', '2024-06-03', 'x')",
                tenant,
                row,
                row,
                her);
        write(
                "collective (tenant_id, id, version, created_at, name, kind, sector, municipality, registered_on, center_id,"
                        + " source_system) VALUES (?, ?, 0, now(), ?, 'COOPERATIVE', 'TEXTILES', '14039', '2024-06-03', ?, ?)",
                tenant,
                row,
                id,
                id.equals(atCrea) ? crea : cjm,
                id.equals(ofPortal) ? "sisemh" : null);
        write(
                "collective_member (tenant_id, id, version, created_at, collective_id, participant_id, role, joined_on)"
                        + " VALUES (?, ?, 0, now(), ?, ?, 'MEMBER', '2024-06-03')",
                tenant,
                row,
                row,
                her);
        write(
                "non_working_days (tenant_id, id, version, created_at, first_day, last_day, reason_es)"
                        + " VALUES (?, ?, 0, now(), '2024-12-20', '2024-12-31', 'Receso')",
                tenant,
                row);
        write(
                "beneficiary_register (tenant_id, id, version, created_at, code, title, program_id, dependency, institution,"
                        + " starts_on, ends_on) VALUES (?, ?, 0, now(), ?, '{}', ?, 'x', 'x', '2024-01-01', '2024-12-31')",
                tenant,
                row,
                row.toString(),
                row);
    }

    private static void write(String row, Object... values) throws SQLException {
        Database.query("participants", "INSERT INTO " + row, values);
    }

    @Test
    void letsNobodyWriteForAnotherTenant() throws SQLException {
        try (Connection runtime = Database.connect("participants", "runtime")) {
            runtime.setAutoCommit(false);
            Database.query(runtime, "SELECT set_config('app.tenant', ?, true)", tenant.toString());
            String update = "UPDATE participant SET alias = 'x' WHERE tenant_id = '" + stranger + "' RETURNING id";
            assertEquals(List.of(), Database.query(runtime, update));
            SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(
                    SQLException.class,
                    () -> Database.query(
                            runtime,
                            "INSERT INTO served_at (tenant_id, participant_id, center_id) VALUES (?, ?, ?)",
                            stranger,
                            UUID.randomUUID(),
                            crea));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void letsNobodyRewriteConsents() throws SQLException {
        for (String sql : List.of("UPDATE consent SET granted = true", "DELETE FROM consent", "DROP TABLE consent")) {
            try (Connection runtime = Database.connect("participants", "runtime")) {
                SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(
                        SQLException.class, () -> Database.query(runtime, sql));
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    /** A 1 for each row that the runtime role sees under the settings, whatever the code would have asked. */
    private static List<String> foreign(String table, UUID as, String centers, String source, String where)
            throws SQLException {
        try (Connection runtime = Database.connect("participants", "runtime")) {
            runtime.setAutoCommit(false);
            Database.query(
                    runtime,
                    "SELECT set_config('app.tenant', ?, true), set_config('app.centers', ?, true),"
                            + " set_config('app.source_system', ?, true)",
                    as == null ? "" : as.toString(),
                    centers,
                    source);
            return Database.query(runtime, "SELECT 1 FROM " + table + " WHERE " + where);
        }
    }
}
