package mx.trayecto.participants.registry;

import java.sql.Connection;
import java.sql.SQLException;
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
