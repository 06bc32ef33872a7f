package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Rows that are written together come to what they would come to by themselves. */
@QuarkusTest
@TrayectoTest
class IntakeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMPORTS = "/v1/participants/imports?sourceSystem=imm";
    private static final String NDJSON = "application/x-ndjson";

    /** All that a registration leaves behind, but for what is made anew for each: ids, stamps, ciphertexts. */
    private static final List<String> LEFT = List.of(
            "SELECT (to_jsonb(t) - '{id,tenant_id,created_at,identity,curp_token}'::text[])::text FROM participant t"
                    + " WHERE tenant_id = ?",
            "SELECT (to_jsonb(t) - '{tenant_id,created_at,participant_id}'::text[])::text FROM external_reference t"
                    + " WHERE tenant_id = ?",
            "SELECT (to_jsonb(t) - '{id,tenant_id,created_at,participant_id}'::text[])::text FROM consent t"
                    + " WHERE tenant_id = ? ORDER BY purpose",
            "SELECT count(*) FROM search_token WHERE tenant_id = ?",
            "SELECT count(*) FROM participant WHERE tenant_id = ? AND curp_token IS NOT NULL",
            "SELECT topic || ' ' || epoch || '.' || sequence || ' ' || type || ' ' || replace(data, aggregate_id::text, '')"
                    + " FROM outbox WHERE tenant_id = ?",
            "SELECT topic || ' ' || epoch || '.' || last_sequence FROM event_counter WHERE tenant_id = ?");

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    private static String line(Map<String, Object> told) {
        try {
            return JSON.writeValueAsString(told) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> named(String externalId, Map<String, Object> told) {
        Map<String, Object> row = new LinkedHashMap<>(told);
        row.put("externalId", externalId);
        return row;
    }

    private String begun(String query, List<Map<String, Object>> rows) {
        return Importing.begun(
                coordinator,
                IMPORTS + query,
                NDJSON,
                rows.stream()
                        .map(IntakeTest::line)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String told(String location) {
        return Importing.told(Importing.done(coordinator, location));
    }

    private static List<String> left(UUID tenant) throws SQLException {
        List<String> left = new ArrayList<>();
        for (String query : LEFT) {
            left.addAll(Database.query("participants", query, tenant));
        }
        return left;
    }

    private String count(String sql) throws SQLException {
        return Database.query("participants", "SELECT count(*) FROM " + sql + " AND tenant_id = ?", tenant)
                .getFirst();
    }

    @Test
    void leavesWhatARegistrationByItselfLeaves() throws SQLException {
        Map<String, Object> woman = People.everything();
        woman.put("registeredOn", "2024-06-03");
        woman.put(
                "consents",
                List.of(
                        People.with(People.consent("sensitive-data", true), "at", "2024-06-03T12:00:00Z"),
                        People.with(People.consent("contact", false), "at", "2024-06-03T12:00:00Z")));
        UUID other = UUID.randomUUID();
        Caller.with(Tokens.coordinator(other))
                .contentType("application/json")
                .body(woman)
                .put("/v1/participants/by-reference/imm/E-1")
                .then()
                .statusCode(201);
        assertEquals("done 1/1: 1 0 0 0", told(begun("", List.of(named("E-1", woman)))));
        assertEquals(left(other), left(tenant));
        Caller.with(coordinator)
                .get("/v1/participants/by-reference/imm/E-1")
                .then()
                .statusCode(200)
                .body("safeContact", equalTo(woman.get("safeContact")))
                .body("curp", equalTo(woman.get("curp")));
        assertEquals("done 1/1: 0 0 1 0", told(begun("", List.of(named("E-1", woman)))));
        assertEquals(left(other), left(tenant));
    }

    @Test
    void rowsThatHangOnEachOtherAreDoneInTheirOrder() throws SQLException {
        Map<String, Object> one = People.womanWithCurp();
        Map<String, Object> other = People.womanWithCurp();
        String location = begun(
                "",
                List.of(
                        named("A", one),
                        named("B", People.with(one, "student", true)), // has her CURP
                        named("A", People.with(one, "student", true)),
                        named("C", People.woman()),
                        named("A", Map.of("student", true)),
                        named("D", People.with(People.woman(), "references", List.of(People.reference("imm", "C")))),
                        named("E", other)));
        assertEquals("done 7/7: 3 1 1 2", told(location));
        List<JsonPath> results = Importing.results(coordinator, location);
        assertEquals(
                List.of("created", "rejected", "updated", "created", "unchanged", "rejected", "created"),
                results.stream().map(result -> result.getString("outcome")).toList());
        assertEquals("duplicate-curp", results.get(1).getString("problem.code"));
        assertEquals("reference-taken", results.get(5).getString("problem.code"));
        assertEquals("3", count("participant WHERE true"));
        assertEquals("4", count("outbox WHERE true"));
    }

    @Test
    void rowsOfOneWomanUnderTwoNamesAreDoneInTheirOrder() {
        Map<String, Object> woman = People.woman("student", false);
        woman.put("references", List.of(People.reference("imm", "X"), People.reference("imm", "Y")));
        String id = People.registered(coordinator, woman);
        assertEquals(
                "done 3/3: 0 2 1 0",
                told(begun(
                        "",
                        List.of(
                                named("X", Map.of("student", true)),
                                named("Y", Map.of("student", false)),
                                named("X", Map.of("student", false))))));
        Caller.with(coordinator).get("/v1/participants/" + id).then().body("student", equalTo(false));
    }

    @Test
    void aRowWhoseConflictNobodyMaySeeSpoilsNoOther() throws SQLException {
        Map<String, Object> hidden = People.womanWithCurp();
        People.register(coordinator, People.with(hidden, "protected", true)).statusCode(201);
        List<Map<String, Object>> rows = IntStream.range(0, 120)
                .mapToObj(i -> named("H-" + i, i == 60 ? hidden : People.woman("birthDate", "1990-01-0" + (1 + i % 9))))
                .toList();
        String location = begun("", rows);
        assertEquals("done 120/120: 119 0 0 1", told(location));
        JsonPath refused = Importing.results(coordinator, location).get(60);
        assertEquals("duplicate-curp", refused.getString("problem.code"));
        assertFalse(refused.getString("problem.detail").contains("/v1/participants/"));
        assertEquals("119", count("external_reference WHERE source_system = 'imm'"));
    }

    @Test
    void aRowTellsNothingOfWhatSheWithdrew() {
        Map<String, Object> woman = People.woman("migration", "returned");
        woman.put(
                "consents", List.of(People.with(People.consent("sensitive-data", true), "at", "2024-06-03T12:00:00Z")));
        assertEquals("done 1/1: 1 0 0 0", told(begun("", List.of(named("W-1", woman)))));
        assertEquals("done 1/1: 0 0 1 0", told(begun("", List.of(named("W-1", woman)))));
        String id = Caller.with(coordinator)
                .get("/v1/participants/by-reference/imm/W-1")
                .then()
                .extract()
                .path("id");
        Caller.post(coordinator)
                .body(People.consent("sensitive-data", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        for (String migration : List.of("returned", "none")) {
            String location = begun("", List.of(named("W-1", People.with(woman, "migration", migration))));
            assertEquals("done 1/1: 0 0 0 1", told(location));
            assertEquals(
                    List.of("/migration"),
                    Importing.results(coordinator, location).getFirst().getList("problem.errors.pointer"));
        }
        woman.remove("migration");
        assertEquals("done 1/1: 0 0 1 0", told(begun("", List.of(named("W-1", woman)))));
    }

    /** By no result and no order can be told that a reference is a protected record's. */
    @Test
    void aReferenceOfAProtectedRecordIsAsGoodAsFree() throws SQLException {
        Map<String, Object> hidden = People.woman("protected", true);
        hidden.put("references", List.of(People.reference("imm", "P-1")));
        People.registered(coordinator, hidden);
        List<Map<String, Object>> rows = Stream.of("P-0", "P-1", "P-1", "P-2", "P-2")
                .map(id -> named(id, People.woman()))
                .toList();
        for (String query : List.of("&dryRun=true", "")) {
            String location = begun(query, rows);
            told(location);
            List<String> outcomes = Importing.results(coordinator, location).stream()
                    .map(result -> result.getString("outcome"))
                    .toList();
            assertEquals(outcomes.subList(3, 5), outcomes.subList(1, 3), query);
            assertEquals("created", outcomes.get(1));
        }
        assertEquals(
                List.of("P-0 0", "P-1 1", "P-2 0"), // in the order in which they stand in the file
                Database.query(
                        "participants",
                        "SELECT r.external_id || ' ' || r.place FROM external_reference r"
                                + " JOIN participant p ON p.id = r.participant_id"
                                + " WHERE r.tenant_id = ? AND NOT p.protected ORDER BY r.participant_id",
                        tenant));
    }

    @Test
    void aDryRunLeavesNoKeysBehind() throws SQLException {
        Map<String, Object> woman = People.womanWithCurp();
        assertEquals("done 1/1: 1 0 0 0", told(begun("", List.of(named("K-0", woman)))));
        String keys = "SELECT count(*) FROM data_key WHERE tenant_id = ?";
        int before = Integer.parseInt(Database.query("keys", keys, tenant).getFirst());
        List<Map<String, Object>> rows = List.of(
                named("K-0", People.with(woman, "email", "nueva@example.org")),
                named("K-1", People.woman()),
                named("K-2", People.womanWithCurp()),
                named("K-2", Map.of("student", true)));
        assertEquals("done 4/4: 2 1 0 1", told(begun("&dryRun=true", rows))); // each is tried alone
        int uploaded = 1; // the file's own key, destroyed with it
        assertEquals(
                before + uploaded,
                Integer.parseInt(Database.query("keys", keys, tenant).getFirst()));
        assertEquals("1", count("participant WHERE true"));
        assertEquals("1", count("external_reference WHERE true"));
    }

    @Test
    void staffOfACentreImportIntoItAndMeetTheirOwnAgain() throws SQLException {
        UUID center = Elsewhere.center(tenant);
        String known = count("participant WHERE true");
        String staff = Tokens.coordinator(tenant, center);
        Map<String, Object> woman = People.woman();
        byte[] file = (line(named("S-1", woman)) + line(named("S-2", woman))).getBytes(StandardCharsets.UTF_8);
        assertEquals("done 2/2: 2 0 0 0", Importing.told(Importing.imported(staff, IMPORTS, NDJSON, file)));
        assertEquals("done 2/2: 0 0 2 0", Importing.told(Importing.imported(staff, IMPORTS, NDJSON, file)));
        assertEquals(
                Integer.parseInt(known) + 2, Integer.parseInt(count("served_at WHERE center_id = '" + center + "'")));
        Caller.with(staff)
                .get("/v1/participants")
                .then()
                .statusCode(200)
                .body("items", hasSize(Integer.parseInt(known) + 2));
        String elsewhere = Tokens.coordinator(tenant, Elsewhere.center(tenant));
        assertEquals("done 2/2: 0 0 0 2", Importing.told(Importing.imported(elsewhere, IMPORTS, NDJSON, file)));
    }
}
