package mx.trayecto.participants.conflicts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two live enrolments of a protected woman in a programme are shown to who opened her, and to nobody else. */
@QuarkusTest
@TrayectoTest
class ConflictTest {
    private static final String CONFLICTS = "/v1/participants/enrollment-conflicts";
    private static final String OFFICER = "participants:read participants:write participants:identity";

    private final UUID tenant = UUID.randomUUID();
    private final UUID program = UUID.randomUUID();
    private final UUID first = TenantEntity.newId();
    private final UUID second = TenantEntity.newId();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer = Tokens.of(OFFICER, tenant);
    private UUID crea;
    private UUID cjm;
    private String hidden;
    private String other;
    private String merge;

    @BeforeEach
    void twoEnrolmentsOfOneWoman() {
        crea = Elsewhere.center(tenant);
        cjm = Elsewhere.center(tenant);
        hidden = People.registered(coordinator, People.with(People.woman("protected", true), "center", crea));
        other = People.registered(coordinator, People.woman("center", crea));
        enrolled(first, hidden, crea);
        enrolled(second, other, crea);
        merge = merged(hidden, other);
    }

    private void enrolled(UUID enrollment, String participant, UUID center) {
        Elsewhere.enrolment("applied", tenant, enrollment, 1, participant, program, center, null);
        Elsewhere.enrolment("enrolled", tenant, enrollment, 2, participant, program, center, null);
        kept(enrollment, 1);
    }

    private static void kept(UUID enrollment, int rows) {
        Eventually.get(
                () -> Database.query("participants", "SELECT id FROM live_enrollment WHERE id = ?", enrollment),
                found -> found.size() == rows);
    }

    private String merged(String survivor, String record) {
        People.opened(officer, survivor);
        return Caller.post(officer)
                .body(Map.of("record", record, "reason", "registered-twice"))
                .post("/v1/participants/" + survivor + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse listed(String token) {
        return Caller.with(token).get(CONFLICTS).then().statusCode(200);
    }

    private static void nobody(String token) {
        listed(token).body("items", empty()).body("nextCursor", nullValue());
    }

    @Test
    void isListedToWhoOpenedHerAndLeavesATrace() throws SQLException {
        listed(officer)
                .header("Cache-Control", equalTo("no-store"))
                .body("items", hasSize(1))
                .body("items[0].participant", equalTo(hidden))
                .body("items[0].program", equalTo(program.toString()))
                .body("items[0].enrollments", contains(first.toString(), second.toString()));
        assertEquals(
                List.of(hidden),
                Database.query(
                        "participants",
                        "SELECT resource_id FROM audit_entry WHERE tenant_id = ? AND action = 'listProtectedConflicts'",
                        tenant));
    }

    /** Whoever may open protected records has opened none by that. */
    @Test
    void isListedToNobodyElse() throws SQLException {
        String another = Tokens.of("participants:identity arco:write", tenant);
        nobody(another);
        nobody(Tokens.of(OFFICER, UUID.randomUUID()));
        Caller.with(coordinator).get(CONFLICTS).then().statusCode(403);
        People.opened(another, other); // the record that was taken over: it is the same woman
        listed(another).body("items.participant", contains(hidden));
        assertEquals(
                List.of("1"),
                Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'listProtectedConflicts'",
                        tenant));
    }

    /**
     * At a centre are two records of hers, and the one that stands for her is elsewhere: it is not told, and the audit leads
     * from the record that was opened to no other.
     */
    @Test
    void tellsStaffOfACentreNothingOfARecordElsewhere() {
        String stands = People.registered(coordinator, People.with(People.woman("protected", true), "center", cjm));
        String here = People.registered(coordinator, People.with(People.woman("protected", true), "center", crea));
        String too = People.registered(coordinator, People.woman("center", crea));
        UUID third = TenantEntity.newId();
        UUID fourth = TenantEntity.newId();
        enrolled(third, here, crea);
        enrolled(fourth, too, crea);
        People.opened(officer, here);
        merged(stands, here);
        merged(stands, too);
        String there = Tokens.of(OFFICER + " duplicates:read", tenant, crea);
        String access = People.opened(there, too);
        listed(there)
                .body("items", hasSize(1))
                .body("items[0].participant", nullValue())
                .body("items[0].enrollments", contains(third.toString(), fourth.toString()))
                .body("items[0].identityAccess", equalTo(access));
        String trace = "/v1/audit/participants?action=listProtectedConflicts&participant=";
        String auditor = Tokens.auditor(tenant);
        Caller.with(auditor)
                .get(trace + too)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].resource", equalTo(too))
                .body("items[0].details", equalTo(Map.of("identityAccess", access)));
        for (String another : List.of(stands, here)) {
            Caller.with(auditor).get(trace + another).then().statusCode(200).body("items", empty());
        }
    }

    /** Two enrolments under one record are no matter of a merge. */
    @Test
    void isNoneOfAWomanWithOneRecord() {
        String alone = People.registered(coordinator, People.with(People.woman("protected", true), "center", crea));
        enrolled(TenantEntity.newId(), alone, crea);
        enrolled(TenantEntity.newId(), alone, crea);
        People.opened(officer, alone);
        listed(officer).body("items.participant", contains(hidden));
    }

    @Test
    void endsWhereSheIsBlocked() {
        String opener = Tokens.of(OFFICER + " arco:write", tenant);
        People.opened(opener, hidden);
        listed(opener).body("items", hasSize(1));
        String request = Caller.post(opener)
                .body(Map.of(
                        "participant", hidden, "kind", "cancellation", "requester", "herself", "proofReference", "INE"))
                .post("/v1/arco-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (Map.Entry<String, Map<String, ?>> step : List.of(
                Map.<String, Map<String, ?>>entry("answer", Map.of("granted", true)),
                Map.<String, Map<String, ?>>entry("effect", Map.of()))) {
            Caller.post(opener)
                    .body(step.getValue())
                    .post("/v1/arco-requests/" + request + "/" + step.getKey())
                    .then()
                    .statusCode(200);
        }
        nobody(opener);
        nobody(officer);
    }

    @Test
    void endsWithTheAccess() throws SQLException {
        listed(officer).body("items", hasSize(1));
        Database.query(
                "participants",
                "UPDATE identity_access SET ended_at = now(), ended_by = 'x' WHERE tenant_id = ? RETURNING 1",
                tenant);
        nobody(officer);
    }

    @Test
    void endsWithOneOfTheEnrolmentsAndComesBackWithIt() {
        Elsewhere.enrolment("graduated", tenant, second, 3, other, program, crea, null);
        kept(second, 0);
        nobody(officer);
        Elsewhere.enrolment("graduation-revoked", tenant, second, 4, other, program, crea, null);
        kept(second, 1);
        listed(officer).body("items", hasSize(1));
        Elsewhere.enrolment("withdrawn", tenant, first, 3, hidden, program, crea, null);
        kept(first, 0);
        nobody(officer);
    }

    @Test
    void endsWithTheMerge() {
        Caller.post(officer)
                .body(Map.of("reason", "different-persons"))
                .post("/v1/participants/" + hidden + "/merges/" + merge + "/reversal")
                .then()
                .statusCode(200);
        nobody(officer);
    }

    @Test
    void isNoneWhereSheIsNotProtectedOrTheProgramIsAnother() {
        UUID elsewhere = TenantEntity.newId();
        Elsewhere.enrolment("enrolled", tenant, elsewhere, 1, hidden, UUID.randomUUID(), crea, null);
        kept(elsewhere, 1);
        listed(officer).body("items", hasSize(1));
        Caller.patch(
                        officer,
                        Caller.with(officer).get("/v1/participants/" + hidden).header("ETag"))
                .body(Map.of("protected", false))
                .patch("/v1/participants/" + hidden)
                .then()
                .statusCode(200);
        nobody(officer);
    }

    /** As of any list: staff of a centre are told of what is there. */
    @Test
    void tellsAsMuchAsTheCompartmentHolds() {
        String there = Tokens.of(OFFICER, tenant, crea);
        People.opened(there, hidden);
        listed(there).body("items[0].enrollments", contains(first.toString(), second.toString()));
        Elsewhere.enrolment("transferred", tenant, second, 3, other, program, cjm, null);
        Eventually.get(
                () -> Database.query("participants", "SELECT center_id FROM live_enrollment WHERE id = ?", second),
                List.of(cjm.toString())::equals);
        nobody(there);
        listed(officer).body("items", hasSize(1));
        nobody(Tokens.of(OFFICER, tenant, cjm));
        nobody(Tokens.sign(Tokens.claims(tenant, OFFICER).claim("source_system", "sisemh")));
    }

    @Test
    void holdsWithTheCodesOwnFiltersRemoved() throws SQLException {
        String ours = "SELECT id FROM live_enrollment WHERE id IN ('" + first + "', '" + second + "')";
        assertEquals(2, as(tenant, "", "", ours).size());
        assertEquals(2, as(tenant, crea.toString(), "", ours).size());
        assertEquals(List.of(), as(tenant, cjm.toString(), "", ours));
        assertEquals(List.of(), as(tenant, "", "sisemh", ours));
        assertEquals(List.of(), as(UUID.randomUUID(), "", "", "SELECT id FROM live_enrollment"));
    }

    private static List<String> as(UUID tenant, String centers, String source, String query) throws SQLException {
        try (Connection runtime = Database.connect("participants", "runtime")) {
            runtime.setAutoCommit(false);
            Database.query(
                    runtime,
                    "SELECT set_config('app.tenant', ?, true), set_config('app.centers', ?, true),"
                            + " set_config('app.source_system', ?, true)",
                    tenant.toString(),
                    centers,
                    source);
            return Database.query(runtime, query);
        }
    }

    @Test
    void comesInPages() {
        UUID third = TenantEntity.newId();
        UUID fourth = TenantEntity.newId();
        String her = People.registered(coordinator, People.woman("protected", true));
        String again = People.registered(coordinator, People.woman());
        enrolled(third, her, crea);
        enrolled(fourth, again, crea);
        merged(her, again);
        List<String> walked = new ArrayList<>();
        for (String next = CONFLICTS + "?limit=1"; next != null; ) {
            JsonPath page = Caller.with(officer).get(next).jsonPath();
            walked.addAll(page.getList("items.participant"));
            String cursor = page.getString("nextCursor");
            next = cursor == null ? null : CONFLICTS + "?limit=1&cursor=" + cursor;
        }
        assertEquals(List.of(hidden, her), walked);
    }
}
