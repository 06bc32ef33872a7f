package mx.trayecto.platform.tasks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@TrayectoTest
class TaskTest {
    private final UUID tenant = UUID.randomUUID();
    private final String token = Tokens.of("notes:read notes:write", tenant);

    @Inject
    TaskWorker worker;

    private static String lines(String... titles) {
        return Arrays.stream(titles)
                .map(title -> "{\"title\":\"" + title + "\"}\n")
                .collect(Collectors.joining());
    }

    private static String lines(int count) {
        return lines(IntStream.range(0, count).mapToObj(i -> "n" + i).toArray(String[]::new));
    }

    private Response send(String key, String query, String body) {
        return with(token)
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes/imports" + query);
    }

    private String begun(String query, String body) {
        return send(UUID.randomUUID().toString(), query, body)
                .then()
                .statusCode(202)
                .header("Location", matchesPattern("/v1/notes/imports/[0-9a-f-]{36}"))
                .extract()
                .header("Location");
    }

    private JsonPath done(String location) {
        return Eventually.get(
                () -> with(token).get(location).jsonPath(),
                task -> List.of("done", "failed").contains(task.getString("state")));
    }

    private JsonPath imported(String query, String body) {
        return done(begun(query, body));
    }

    private List<JsonPath> results(String location) {
        String read = with(token)
                .get(location + "/results")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        return read.lines().map(JsonPath::from).toList();
    }

    private String count(String sql) throws SQLException {
        return Database.query("programs", sql, tenant).getFirst();
    }

    private String notes() throws SQLException {
        return count("SELECT count(*) FROM note WHERE tenant_id = ?");
    }

    private static String rows(JsonPath task) {
        return task.getString("state") + " " + task.getInt("rows.total") + " " + task.getInt("rows.done") + ": "
                + task.getInt("rows.created") + " " + task.getInt("rows.updated") + " "
                + task.getInt("rows.unchanged") + " " + task.getInt("rows.rejected");
    }

    @Test
    void doesEveryRowByItselfAndTellsWhatBecameOfIt() throws SQLException {
        String location = begun("", lines("a", "refused", "b", "broken", "c", "spoiled", "a"));
        assertEquals("done 7 7: 3 0 1 3", rows(done(location)));
        List<JsonPath> results = results(location);
        assertEquals(
                List.of("created", "rejected", "created", "rejected", "created", "rejected", "unchanged"),
                results.stream().map(r -> r.getString("outcome")).toList());
        assertEquals("validation", results.get(1).getString("problem.code"));
        assertEquals("/title", results.get(1).getString("problem.errors[0].pointer"));
        assertEquals("internal", results.get(3).getString("problem.code"));
        assertEquals("conflict", results.get(5).getString("problem.code"));
        assertEquals(results.get(0).getString("id"), results.get(6).getString("id"));
        assertEquals("3", notes());
        assertEquals("3", count("SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'import notes'"));
        assertEquals(
                "person-" + UUID.nameUUIDFromBytes("notes:read notes:write".getBytes()) + " programs",
                count("SELECT subject || ' ' || client FROM audit_entry WHERE tenant_id = ?"
                        + " AND action = 'import notes' LIMIT 1"));
    }

    @Test
    void whatIsDoneTogetherComesToTheSameAsRowByRow() throws SQLException {
        String location = begun("", lines("many 1", "a", "many 2", "refused", "many 1", "many 3"));
        assertEquals("done 6 6: 4 0 1 1", rows(done(location)));
        assertEquals(
                List.of("created", "created", "created", "rejected", "unchanged", "created"),
                results(location).stream().map(r -> r.getString("outcome")).toList());
        assertEquals("4", notes());
        assertEquals("4", count("SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'import notes'"));
    }

    @Test
    void oneThatCannotBeDoneSpoilsNoneOfThoseDoneTogether() throws SQLException {
        for (String bad : List.of("broken", "spoiled")) {
            String[] titles = IntStream.range(0, 120)
                    .mapToObj(i -> i == 70 ? "many " + bad : "many " + bad + i)
                    .toArray(String[]::new);
            String location = begun("", lines(titles));
            assertEquals("done 120 120: 119 0 0 1", rows(done(location)));
            assertEquals(
                    bad.equals("broken") ? "internal" : "conflict",
                    results(location).get(70).getString("problem.code"));
        }
        assertEquals("238", notes());
    }

    @Test
    void sentAgainItChangesNothing() throws SQLException {
        assertEquals("done 120 120: 120 0 0 0", rows(imported("", lines(120))));
        assertEquals("done 120 120: 0 0 120 0", rows(imported("", lines(120))));
        assertEquals("120", notes());
    }

    @Test
    void aDryRunLeavesNothingBehind() throws SQLException {
        String location = begun("?dryRun=true", lines("a", "refused", "b", "many 1", "many 2"));
        assertEquals("done 5 5: 4 0 0 1", rows(done(location)));
        assertFalse(results(location).getLast().getMap("").containsKey("id"));
        assertFalse(results(location).getFirst().getMap("").containsKey("id"));
        assertEquals("0", notes());
        assertEquals("0", count("SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'import notes'"));
    }

    @Test
    void aRepeatedRequestBeginsNothingTwice() throws SQLException {
        String key = UUID.randomUUID().toString();
        String location = send(key, "", lines("a")).header("Location");
        done(location);
        send(key, "", lines("a"))
                .then()
                .statusCode(202)
                .header("Location", equalTo(location))
                .header("Idempotency-Replayed", equalTo("true"));
        send(key, "", lines("b")).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertEquals("1", count("SELECT count(*) FROM task WHERE tenant_id = ?"));
        assertEquals("0", count("SELECT count(*) FROM task_chunk WHERE tenant_id = ?"));
    }

    @Test
    void keepsTheFileSealedUntilItIsDoneAndThenTakesItAway() throws Exception {
        worker.stop();
        String location;
        try {
            location = begun("", lines("canary-Quetzalli"));
            assertEquals("queued", with(token).get(location).jsonPath().getString("state"));
            assertEquals("1", count("SELECT count(*) FROM task_chunk WHERE tenant_id = ?"));
            assertEquals(
                    "0",
                    count("SELECT count(*) FROM task_chunk WHERE tenant_id = ?"
                            + " AND position('canary'::bytea IN sealed) > 0"));
        } finally {
            worker.start();
        }
        done(location);
        assertEquals("0", count("SELECT count(*) FROM task_chunk WHERE tenant_id = ?"));
        Eventually.get(
                () -> Database.query(
                                "keys",
                                "SELECT count(*) FROM data_key WHERE tenant_id = ? AND subject_id = ? AND wrapped IS NULL",
                                tenant,
                                UUID.fromString(location.substring(location.length() - 36)))
                        .getFirst(),
                destroyed -> destroyed.equals("1"));
    }

    @Test
    void goesOnWhereItWasWhenItsWorkerEnds() throws Exception {
        String location = begun("", lines(2_000));
        for (int i = 0; i < 3; i++) {
            int before = with(token).get(location).jsonPath().getInt("rows.done");
            Eventually.get(
                    () -> with(token).get(location).jsonPath().getInt("rows.done"),
                    now -> now > before || now == 2_000);
            worker.stop();
            worker.start();
        }
        assertEquals("done 2000 2000: 2000 0 0 0", rows(done(location)));
        assertEquals("2000", notes());
        assertEquals(2_000, results(location).size());
    }

    @Test
    void goesOnWhereItWasWhenTheDatabaseCutsItOff() throws Exception {
        String location = begun("", lines(2_000));
        for (int i = 0; i < 3; i++) {
            int before = with(token).get(location).jsonPath().getInt("rows.done");
            Eventually.get(
                    () -> with(token).get(location).jsonPath().getInt("rows.done"),
                    now -> now > before || now == 2_000);
            for (String role : List.of("runtime", "worker")) {
                try (Connection connection = Database.connect("programs", role)) {
                    Database.query(
                            connection,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE usename = current_user AND pid <> pg_backend_pid()");
                }
            }
            Eventually.get(() -> with(token).get(location).statusCode(), status -> status == 200);
        }
        assertEquals("done 2000 2000: 2000 0 0 0", rows(done(location)));
        assertEquals("2000", notes());
    }

    @Test
    void takesOverWhatADeadWorkerHeldOnceItsLeaseIsOver() throws Exception {
        worker.stop();
        String location;
        try {
            location = begun("", lines("a", "b"));
            Database.query(
                    "programs",
                    "UPDATE task SET state = 'RUNNING', holder = gen_random_uuid(),"
                            + " leased_until = now() + interval '2 seconds' WHERE tenant_id = ?",
                    tenant);
        } finally {
            worker.start();
        }
        assertEquals("running", with(token).get(location).jsonPath().getString("state"));
        assertEquals("done 2 2: 2 0 0 0", rows(done(location)));
    }

    @Test
    void refusesADoubtfulFileWithItsLineAndKeepsNothingOfIt() throws SQLException {
        send(UUID.randomUUID().toString(), "", lines("a", "b") + "{\"title\":\n")
                .then()
                .statusCode(422)
                .body("code", equalTo("doubtful-file"))
                .body("errors[0].pointer", equalTo("/3"))
                .body("errors[0].code", equalTo("malformed"));
        send(UUID.randomUUID().toString(), "", "").then().statusCode(422).body("errors[0].code", equalTo("empty"));
        assertEquals("0", count("SELECT count(*) FROM task_chunk WHERE tenant_id = ?"));
        assertEquals("0", count("SELECT count(*) FROM task WHERE tenant_id = ?"));
    }

    @Test
    void refusesMoreRowsThanItTakes() {
        send(UUID.randomUUID().toString(), "", "{}\n".repeat(50_001))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many-rows"))
                .body("errors[0].pointer", equalTo("/50001"));
    }

    @Test
    void takesAnImportOfMegabytesAndNothingElseOfThatSize() {
        String large = "{\"title\":\"refused\",\"more\":\"" + "x".repeat(60_000) + "\"}\n";
        assertEquals("done 50 50: 0 0 0 50", rows(imported("", large.repeat(50))));
        with(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"title\":\"" + "x".repeat(2_000_000) + "\"}")
                .post("/v1/notes")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void isAbsentForOthers() {
        String location = begun("", lines("a"));
        String elsewhere = Tokens.of("notes:write", UUID.randomUUID());
        String center = Tokens.of("notes:write", tenant, UUID.randomUUID());
        for (String other : List.of(elsewhere, center)) {
            with(other).get(location).then().statusCode(404);
            with(other).get(location + "/results").then().statusCode(404);
        }
    }
}
