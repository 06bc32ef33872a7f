package mx.trayecto.platform;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@TrayectoTest
class WritesTest {
    private final UUID tenant = UUID.randomUUID();

    private final String token = Tokens.of("notes:read notes:write", tenant);

    private Response write(String title) {
        return post(token).body("{\"title\":\"" + title + "\"}").post("/v1/notes");
    }

    @Test
    void createsWithLocationTagAndPosition() {
        Response made = write("uno");
        made.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .header("Location", matchesPattern("/v1/notes/[0-9a-f-]{36}"))
                .header("Trayecto-Position", matchesPattern("trayecto\\.notes\\.v1/[0-9a-f-]{36}/1\\.1"));
        with(token).get(made.header("Location")).then().statusCode(200).body("title", equalTo("uno"));
    }

    @Test
    void fiftyParallelPostsWithOneKeyAreOneRowAndOneEvent() throws Exception {
        String key = UUID.randomUUID().toString();
        String title = "k" + key.substring(0, 8);
        List<Response> answers = inParallel(
                50, () -> post(token, key).body("{\"title\":\"" + title + "\"}").post("/v1/notes"));
        Set<String> locations = new HashSet<>();
        for (Response answer : answers) {
            assertTrue(Set.of(201, 409).contains(answer.statusCode()), answer.asString());
            if (answer.statusCode() == 201) {
                locations.add(answer.header("Location"));
            }
        }
        assertEquals(1, locations.size());
        assertEquals(List.of("1"), Database.query("programs", "SELECT count(*) FROM note WHERE title = ?", title));
        assertEquals(
                List.of("1"),
                Database.query("programs", "SELECT count(*) FROM outbox WHERE data LIKE ?", "%" + title + "%"));
        post(token, key)
                .body("{\"title\":\"" + title + "\"}")
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", equalTo(locations.iterator().next()))
                .header("Trayecto-Position", notNullValue());
    }

    /** R5: the caller is gone before the answer comes; the retry finds what was done. */
    @Test
    void aRetryAfterALostAnswerDoesNothingTwice() throws Exception {
        for (int i = 0; i < 20; i++) {
            String key = UUID.randomUUID().toString();
            String body = "{\"title\":\"" + key.substring(0, 18) + "\"}";
            try (Socket caller = new Socket("localhost", RestAssured.port)) {
                caller.getOutputStream()
                        .write(("POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + key
                                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                caller.getOutputStream().flush();
                LockSupport.parkNanos(i * 500_000L);
            }
            Eventually.get(() -> post(token, key).body(body).post("/v1/notes").statusCode(), status -> status == 201);
            assertEquals(
                    List.of("1"),
                    Database.query("programs", "SELECT count(*) FROM note WHERE title = ?", key.substring(0, 18)));
            assertEquals(
                    List.of("1"),
                    Database.query(
                            "programs",
                            "SELECT count(*) FROM outbox WHERE data LIKE ?",
                            "%" + key.substring(0, 18) + "%"));
        }
    }

    @Test
    void refusesAKeyThatComesWithAnotherPayload() {
        String key = UUID.randomUUID().toString();
        post(token, key).body("{\"title\":\"a\"}").post("/v1/notes").then().statusCode(201);
        post(token, key)
                .body("{\"title\":\"b\"}")
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void doesNotRememberARefusal() {
        String key = UUID.randomUUID().toString();
        post(token, key).body("{\"title\":\"\"}").post("/v1/notes").then().statusCode(422);
        post(token, key).body("{\"title\":\"a\"}").post("/v1/notes").then().statusCode(201);
    }

    @Test
    void keepsNothingOfAKeyThatNamesAPerson() throws Exception {
        String curp = "SABC560626MDFLRN01";
        post(token, curp).body("{\"title\":\"a\"}").post("/v1/notes").then().statusCode(201);
        assertEquals(
                List.of("0"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM idempotency WHERE key LIKE ? OR path LIKE ?",
                        "%" + curp + "%",
                        "%" + curp + "%"));
    }

    @Test
    void demandsAKeyOnPostAndAVersionOnPatch() {
        with(token)
                .contentType("application/json")
                .body("{\"title\":\"a\"}")
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        String location = write("a").header("Location");
        with(token)
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"b\"}")
                .patch(location)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-missing"));
    }

    @Test
    void ofTwentyPatchesOfOneVersionOneWins() throws Exception {
        String location = write("a").header("Location");
        List<Integer> statuses = new ArrayList<>();
        for (Response answer : inParallel(
                20,
                () -> patch(token, "\"v0\"")
                        .body("{\"title\":\"" + UUID.randomUUID() + "\"}")
                        .patch(location))) {
            statuses.add(answer.statusCode());
        }
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(19, Collections.frequency(statuses, 412), statuses.toString());
        with(token).get(location).then().header("ETag", "\"v1\"");
    }

    @Test
    void theTagOfAPatchServesTheNext() {
        String location = write("a").header("Location");
        String tag =
                patch(token, "\"v0\"").body("{\"title\":\"b\"}").patch(location).header("ETag");
        assertEquals("\"v1\"", tag);
        patch(token, tag)
                .body("{\"title\":1e999999999999}")
                .patch(location)
                .then()
                .statusCode(400);
        patch(token, tag).body("{\"title\":\"c\"}").patch(location).then().statusCode(200);
        with(token).header("If-Match", "\"v2\"").delete(location).then().statusCode(204);
        with(token).get(location).then().statusCode(404);
    }

    /** As after a restart of PostgreSQL: dead connections are answered 503 at worst, and none stays lost. */
    @Test
    void findsItsWayBackAfterTheDatabaseCutEveryConnection() throws Exception {
        for (int round = 0; round < 3; round++) {
            inParallel(30, () -> with(token).get("/v1/notes").statusCode());
            try (var runtime = Database.connect("programs", "runtime")) {
                Database.query(
                        runtime,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE usename = current_user AND pid <> pg_backend_pid()");
            }
            for (int status : inParallel(30, () -> with(token).get("/v1/notes").statusCode())) {
                assertTrue(status == 200 || status == 503, "status " + status);
            }
            Eventually.get(
                    () -> inParallel(30, () -> with(token).get("/v1/notes").statusCode()).stream()
                            .allMatch(status -> status == 200),
                    well -> well);
        }
    }

    static <T> List<T> inParallel(int count, Callable<T> work) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(Collections.nCopies(count, work))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
