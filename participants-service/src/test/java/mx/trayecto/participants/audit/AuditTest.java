package mx.trayecto.participants.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promise S7, for people: who did what to whose record is told to auditors, and cannot be changed unnoticed. */
@QuarkusTest
@TrayectoTest
class AuditTest {
    private static final String PATH = "/v1/audit/participants";

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String registrar = Tokens.registrar(tenant);
    private final String auditor = Tokens.auditor(tenant);

    @Inject
    MeterRegistry meters;

    private static ValidatableResponse listed(String token, String query) {
        return Caller.with(token).get(PATH + query).then().statusCode(200);
    }

    /** What auditors did themselves is left out. */
    private static List<String> actions(String token, String query) {
        List<String> actions = listed(token, query).extract().path("items.action");
        return actions.stream()
                .filter(action -> !action.equals("listParticipantAudit"))
                .toList();
    }

    private static void read(String token, String id) {
        Caller.with(token).get("/v1/participants/" + id).then().statusCode(200);
    }

    @Test
    void tellsWhoDidWhatToWhomAndWhen() {
        Instant before = Instant.now();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String id = People.registered(coordinator, People.woman());
        Caller.with(registrar)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/participants/" + id)
                .then()
                .statusCode(200);
        Response page = listed(auditor, "").extract().response();
        assertEquals(List.of("registerParticipant", "readParticipant"), page.path("items.action"));
        assertEquals(List.of(id, id), page.path("items.resource"));
        assertEquals("test-client", page.path("items[1].client"));
        assertEquals(tenant.toString(), page.path("items[1].organization"));
        assertEquals(trace, page.path("items[1].trace"));
        assertTrue(((String) page.path("items[1].subject")).startsWith("person-"));
        assertFalse(Instant.parse(page.path("items[0].at")).isBefore(before.minusMillis(1)));
        assertFalse(page.asString().contains("Escamilla"), "an entry tells no name");
    }

    /** Of lists whom they told of, and of what belongs to her what was done to it; before it is sealed and after. */
    @Test
    void tellsAllThatWasDoneToOneWoman() throws SQLException {
        String her = People.registered(coordinator, People.woman());
        String another = People.registered(coordinator, People.woman("givenName", "Xóchitl"));
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("student", true))
                .patch("/v1/participants/" + her)
                .then()
                .statusCode(200);
        Caller.post(coordinator)
                .body(People.consent("images", true))
                .post("/v1/participants/" + her + "/consents")
                .then()
                .statusCode(201);
        Caller.with(registrar).get("/v1/participants").then().statusCode(200);
        read(registrar, another);
        List<String> hers = List.of("registerParticipant", "changeParticipant", "recordConsent", "listParticipants");
        assertEquals(hers, actions(auditor, "?participant=" + her));
        listed(auditor, "?participant=" + her).body("items[1].details.fields", contains("student"));
        sealed();
        assertEquals(hers, actions(auditor, "?participant=" + her));
        assertEquals(
                List.of("registerParticipant", "listParticipants", "readParticipant"),
                actions(auditor, "?participant=" + another));
        assertEquals(List.of(), actions(auditor, "?participant=" + UUID.randomUUID()));
    }

    /** Which fields became others, by whichever way: their names, and never what stands in them. */
    @Test
    void tellsWhichFieldsAChangeChanged() {
        Map<String, Object> told = People.woman("references", List.of(People.reference("imm", "A-1")));
        told.put("student", true);
        told.put("registeredOn", "2024-06-03");
        String her = People.registered(coordinator, told);
        Map<String, Object> moved = Map.of("state", "14", "municipality", "14097", "address", "Calle Morelos 1");
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("residence", moved, "student", true, "givenName", "Xóchitl"))
                .patch("/v1/participants/" + her)
                .then()
                .statusCode(200);
        Caller.put(coordinator, "*")
                .body(Map.of(
                        "schooling",
                        "primary",
                        "residence",
                        moved,
                        "effective",
                        Map.of("correction", true),
                        "consents",
                        List.of(People.with(People.consent("images", true), "at", "2025-03-01T16:00:00Z"))))
                .put("/v1/participants/by-reference/imm/A-1")
                .then()
                .statusCode(200);
        String file = """
                externalId;givenName;occupation;student;phone
                A-1;Xóchitl;Panadera;sí;3312345678
                A-2;Inés;;;
                """;
        assertEquals(
                "done 2/2: 0 1 0 1", // the second is nobody's whole registration
                Importing.told(Importing.imported(
                        coordinator,
                        "/v1/participants/imports?sourceSystem=imm",
                        "text/csv",
                        file.getBytes(StandardCharsets.UTF_8))));
        Response entries = listed(auditor, "?participant=" + her).extract().response();
        assertEquals(
                List.of(
                        List.of("address", "givenName", "municipality", "residence"),
                        List.of("consents", "municipality", "schooling"), // of which one whose past is another now
                        List.of("occupation", "phone")),
                entries.path("items.findAll { it.details?.fields != null }.details.fields"));
        assertEquals(
                List.of("changeParticipant", "putParticipantByReference", "import participants"),
                entries.path("items.findAll { it.details?.fields != null }.action"));
        assertEquals(2, entries.<Integer>path("items.find { it.action == 'import participants' }.details.line"));
        for (String value : List.of("14097", "Morelos", "Xóchitl", "primary", "Panadera", "3312345678")) {
            assertFalse(entries.asString().contains(value), value);
        }
    }

    /** Who looked at whose audit stands there too. */
    @Test
    void tellsWhoReadIt() {
        String her = People.registered(coordinator, People.woman());
        listed(auditor, "?participant=" + her);
        listed(auditor, "?participant=" + her)
                .body("items.action", hasItem("listParticipantAudit"))
                .body("items.find { it.action == 'listParticipantAudit' }.resource", equalTo(her));
    }

    @Test
    void isFilteredByActorActionAndPeriod() throws Exception {
        String first = People.registered(coordinator, People.woman());
        read(registrar, first);
        String actor = listed(auditor, "").extract().path("items[1].subject");
        String middle = listed(auditor, "").extract().path("items[1].at");
        read(coordinator, first);
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("readParticipant"), actions(auditor, "?actor=" + actor));
            assertEquals(List.of("readParticipant", "readParticipant"), actions(auditor, "?action=readParticipant"));
            assertEquals(List.of("registerParticipant"), actions(auditor, "?to=" + middle));
            assertEquals(List.of("readParticipant", "readParticipant"), actions(auditor, "?from=" + middle));
            assertEquals(
                    List.of("readParticipant"),
                    actions(auditor, "?action=readParticipant&participant=" + first + "&actor=" + actor));
            assertEquals(List.of(), actions(auditor, "?actor=nobody"));
            sealed();
        }
    }

    @Test
    void isWalkedPageByPageWhileMoreIsDone() throws SQLException {
        String her = People.registered(coordinator, People.woman());
        for (int i = 0; i < 12; i++) {
            read(registrar, her);
        }
        for (String filter : List.of("", "&participant=" + her, "&action=readParticipant")) {
            Set<Object> seen = new HashSet<>();
            List<Object> walked = new ArrayList<>();
            String cursor = null;
            do {
                read(registrar, her);
                Response page = listed(auditor, "?limit=5" + filter + (cursor == null ? "" : "&cursor=" + cursor))
                        .extract()
                        .response();
                walked.addAll(page.<List<Object>>path("items.entry"));
                cursor = page.path("nextCursor");
                sealed();
            } while (cursor != null && walked.size() < 30);
            seen.addAll(walked);
            assertEquals(walked.size(), seen.size(), "each once");
            assertTrue(walked.size() >= 12, walked.size() + " with " + filter);
        }
        String cursor = listed(auditor, "?limit=1").extract().path("nextCursor");
        Caller.with(auditor)
                .get(PATH + "?limit=1&action=readParticipant&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?participant=x",
                "?from=yesterday",
                "?from=2026-03-01",
                "?to=-99999-01-01T00:00:00Z",
                "?to=2026-02-30T00:00:00Z",
                "?limit=0",
                "?who=me",
                "/verification?after=-1",
                "/verification?number=3",
                "/verification?number=3&seal=xyz",
                "/verification?after=99999999999999999999"
            })
    void refusesWhatItCannotUnderstand(String query) {
        Caller.with(auditor).get(PATH + query).then().statusCode(422);
    }

    @Test
    void refusesAnActorThatNobodyIsCalled() {
        Caller.with(auditor)
                .get(PATH + "?actor=" + "a".repeat(201))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("actor"));
    }

    @Test
    void isForAuditorsAlone() {
        for (String token : List.of(coordinator, registrar, Tokens.protectionOfficer(tenant))) {
            Caller.with(token).get(PATH).then().statusCode(403);
            Caller.with(token).get(PATH + "/verification").then().statusCode(403);
        }
    }

    @Test
    void showsATenantItsOwn() {
        String her = People.registered(coordinator, People.woman());
        String stranger = Tokens.auditor(UUID.randomUUID());
        listed(stranger, "").body("items", empty());
        assertEquals(List.of(), actions(stranger, "?participant=" + her));
    }

    /** An entry does not tell of which centre it is. */
    @Test
    void isForThoseOfTheWholeTenant() throws SQLException {
        UUID crea = Elsewhere.center(tenant);
        People.registered(coordinator, People.woman("center", crea));
        for (String limited : List.of(
                Tokens.of("audit:read", tenant, crea),
                Tokens.sign(Tokens.claims(tenant, "audit:read").claim("source_system", "sisemh")))) {
            Caller.with(limited).get(PATH).then().statusCode(403);
            Caller.with(limited).get(PATH + "/verification").then().statusCode(403);
        }
        try (Connection runtime = Database.connect("participants", "runtime")) {
            runtime.setAutoCommit(false);
            String seen = "SELECT count(*) FROM audit_entry";
            Database.query(runtime, "SELECT set_config('app.tenant', ?, true)", tenant.toString());
            assertNotEquals(List.of("0"), Database.query(runtime, seen));
            Database.query(runtime, "SELECT set_config('app.centers', ?, true)", crea.toString());
            assertEquals(List.of("0"), Database.query(runtime, seen));
        }
    }

    @Test
    void tellsWhatWasDoneToHerMemberships() throws SQLException {
        String her = People.registered(coordinator, People.woman());
        String collective = Caller.post(coordinator)
                .body(Map.of("name", "Tejedoras", "kind", "cooperative", "sector", "textiles", "municipality", "20043"))
                .post("/v1/collectives")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Caller.post(coordinator)
                .body(Map.of("participant", her, "role", "member", "joinedOn", "2024-06-03"))
                .post("/v1/collectives/" + collective + "/members")
                .then()
                .statusCode(201);
        sealed();
        assertEquals(List.of("registerParticipant", "joinCollective"), actions(auditor, "?participant=" + her));
    }

    /** Who reads the audit is not told by it that two records are of one protected woman. */
    @Test
    void aMergeOfProtectedRecordsDoesNotLeadFromOneToTheOther() throws SQLException {
        String one = People.registered(coordinator, People.woman());
        String other = People.registered(coordinator, People.woman());
        String merge = Caller.post(coordinator)
                .body(Map.of("record", other, "reason", "registered-twice"))
                .post("/v1/participants/" + one + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sealed();
        listed(auditor, "?participant=" + one).body("items.resource", hasItem(merge));
        listed(auditor, "?participant=" + other).body("items.resource", hasItem(merge));
        Caller.patch(
                        coordinator,
                        Caller.with(coordinator).get("/v1/participants/" + one).header("ETag"))
                .body(Map.of("protected", true))
                .patch("/v1/participants/" + one)
                .then()
                .statusCode(200);
        sealed();
        listed(auditor, "?participant=" + one).body("items.resource", not(hasItem(merge)));
        listed(auditor, "?participant=" + other).body("items.resource", not(hasItem(merge)));
    }

    @Test
    void namesWhoOpenedAProtectedRecord() {
        String hidden = People.registered(coordinator, People.woman("protected", true));
        String officer = Tokens.of("participants:read participants:identity", tenant);
        String access = People.opened(officer, hidden);
        read(officer, hidden);
        listed(auditor, "?participant=" + hidden)
                .body("items.action", contains("registerParticipant", "accessIdentity", "readParticipant"))
                .body("items[1].resource", equalTo(access))
                .body("items[2].details.identityAccess", equalTo(access));
    }

    @Test
    void isVerifiedFromTheBeginningToTheEnd() throws SQLException {
        String her = People.registered(coordinator, People.woman());
        read(registrar, her);
        sealed();
        Map<String, Object> head = Caller.with(auditor)
                .get(PATH + "/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true), "from", equalTo(1), "entries", equalTo(2), "breaks", empty())
                .body("pending", equalTo(0), "next", nullValue(), "head.sealedAt", notNullValue())
                .body("to", greaterThan(0))
                .extract()
                .path("head");
        read(registrar, her);
        sealed();
        Caller.with(auditor)
                .get(PATH + "/verification?number=" + head.get("number") + "&seal=" + head.get("seal"))
                .then()
                .statusCode(200)
                .body("intact", equalTo(true), "entries", equalTo(3));
        Caller.with(Tokens.auditor(UUID.randomUUID()))
                .get(PATH + "/verification?number=" + head.get("number") + "&seal=" + head.get("seal"))
                .then()
                .body("entries", equalTo(0))
                .body("breaks.kind", contains("head-lost"));
    }

    @Test
    void whatSomebodyTookAwayIsToldWithItsPlace() throws SQLException {
        String her = People.registered(coordinator, People.woman());
        read(registrar, her);
        sealed();
        int entry = listed(auditor, "").extract().path("items[1].entry");
        try (Connection owner = Database.connect("participants", "owner")) {
            owner.setAutoCommit(false);
            Database.query(owner, "ALTER TABLE audit_entry DISABLE TRIGGER append_only");
            Database.query(owner, "DELETE FROM audit_entry WHERE id = ?", entry);
            Database.query(owner, "ALTER TABLE audit_entry ENABLE TRIGGER append_only");
            owner.commit();
        }
        Caller.with(auditor)
                .get(PATH + "/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("breaks.kind", everyItem(equalTo("entry-removed")))
                .body("breaks.entry", contains(entry))
                .body("breaks.seal", everyItem(notNullValue()));
    }

    @Test
    void isSeenByThoseOnWatch() {
        assertNotNull(meters.find(AuditMeters.BREAKS).gauge());
        assertNotNull(meters.find(AuditMeters.WAITING).gauge());
        assertTrue(meters.find(AuditMeters.BREAKS).gauge().value() >= 0);
        Caller.with(coordinator).get("/q/health/ready").then().body("checks.name", hasItem("audit"));
    }

    /** Waits until all that the tenant has done is sealed. */
    private void sealed() throws SQLException {
        Eventually.get(
                () -> Database.query(
                        "participants",
                        "SELECT count(*) FROM audit_entry e WHERE tenant_id = ? AND NOT EXISTS (SELECT FROM audit_seal s"
                                + " WHERE s.tenant_id = e.tenant_id AND e.id = ANY (s.entries))",
                        tenant),
                List.of("0")::equals);
    }
}
