package mx.trayecto.platform;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

    @Test
    void anUnchangedReadIs304() {
        String location = write("a").header("Location");
        with(token).header("If-None-Match", "\"v0\"").get(location).then().statusCode(304);
        with(token).header("If-None-Match", "\"v9\"").get(location).then().statusCode(200);
    }

    @Test
    void anotherTenantsNoteIsAbsentToTheByte() {
        String location = write("a").header("Location");
        String stranger = Tokens.of("notes:read notes:write", UUID.randomUUID());
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String foreign =
                with(stranger).header("traceparent", trace).get(location).asString();
        String absentPath = "/v1/notes/" + UUID.randomUUID();
        String absent =
                with(stranger).header("traceparent", trace).get(absentPath).asString();
        assertEquals(absent.replace(absentPath, "?"), foreign.replace(location, "?"));
        with(stranger).get(location).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void rowSecurityHoldsWithoutTheCodesFilters() throws Exception {
        write("a");
        assertEquals(List.of("0"), Database.queryAs(UUID.randomUUID(), "programs", "SELECT count(*) FROM note"));
        assertNotEquals(List.of("0"), Database.queryAs(tenant, "programs", "SELECT count(*) FROM note"));
        try (var runtime = Database.connect("programs", "runtime")) {
            assertEquals(List.of("0"), Database.query(runtime, "SELECT count(*) FROM note"));
            assertEquals(List.of("0"), Database.query(runtime, "SELECT count(*) FROM outbox"));
        }
    }

    @Test
    void tellsAllErrorsAtOnceInTheCallersLanguage() {
        String body = "{\"titel\":\"x\",\"number\":10,\"lines\":[{\"text\":\"\"},{\"text\":[\"many\"]}]}";
        post(token)
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation"))
                .body("type", equalTo("/problems/validation"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("errors.pointer", hasItem("/titel"))
                .body("errors.pointer", hasItem("/number"))
                .body("errors.pointer", hasItem("/title"))
                .body("errors.pointer", hasItem("/lines/0/text"))
                .body("errors.findAll { it.pointer == '/lines/1/text' }.code", contains("type"))
                .body("errors.message.toString()", containsString("must be a text of 1 to 10 characters"))
                .body("title", equalTo("The request contains errors"));
        String spanish = post(token).body(body).post("/v1/notes").asString();
        assertTrue(spanish.contains("no es un campo conocido"), spanish);
        assertTrue(spanish.contains("debe ser un texto de 1 a 10 caracteres"), spanish);
        assertFalse(spanish.contains("many"), spanish);
    }

    @Test
    void refusesBrokenBodies() {
        for (String body : List.of("{", "", "[]", "null", "{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":\"a\"} x")) {
            Response answer = post(token).body(body).post("/v1/notes");
            assertTrue(Set.of(400, 422).contains(answer.statusCode()), body + " → " + answer.statusCode());
            assertEquals("application/problem+json", answer.contentType().split(";")[0], body);
        }
        post(token)
                .body("{\"title\":\"a\",\"number\":99999999999999999999}")
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/number"));
        for (String title : List.of("\\u0000", "a\\u0007", "😀", " ", "x".repeat(41))) {
            post(token)
                    .body("{\"title\":\"" + title + "\"}")
                    .post("/v1/notes")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/title"));
        }
        with(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/plain")
                .body("x")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
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

    @Test
    void stopsReadingABodyThatIsAllFaults() {
        String lines = "{\"text\":[]},".repeat(50_000);
        long start = System.nanoTime();
        post(token)
                .body("{\"title\":\"a\",\"lines\":[" + lines + "{}]}")
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .body("errors.size()", equalTo(100));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
    }

    @Test
    void keepsNothingOfAKeyThatNamesAPerson() throws Exception {
        String curp = "SABC560626MDFLRN01";
        post(token, curp)
                .body("{\"title\":\"a\"}")
                .post("/v1/notes?q=" + curp)
                .then()
                .statusCode(201);
        assertEquals(
                List.of("0"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM idempotency WHERE key LIKE ? OR path LIKE ?",
                        "%" + curp + "%",
                        "%" + curp + "%"));
    }

    @Test
    void refusesTokensThatAreNotForUs() {
        String scopes = "notes:read notes:write";
        RestAssured.given().get("/v1/notes").then().statusCode(401).body("code", equalTo("unauthenticated"));
        for (String bad : List.of(
                Tokens.sign(Tokens.claims(tenant, scopes).issuer("https://elsewhere")),
                Tokens.sign(Tokens.claims(tenant, scopes).audience("other")),
                Tokens.sign(Tokens.claims(tenant, scopes).expiresIn(Duration.ofMinutes(-5))),
                token.substring(0, token.length() - 8) + "AAAAAAAA",
                "nonsense")) {
            with(bad).get("/v1/notes").then().statusCode(401).body("code", equalTo("unauthenticated"));
        }
        with(Tokens.of(scopes, null)).get("/v1/notes").then().statusCode(403).body("code", equalTo("tenant-missing"));
        with(Tokens.sign(Tokens.claims(null, scopes).claim("tenant", List.of(tenant.toString()))))
                .get("/v1/notes")
                .then()
                .statusCode(403);
        with(Tokens.sign(Tokens.claims(tenant, scopes).claim("source_system", " ")))
                .get("/v1/notes")
                .then()
                .statusCode(403);
        with(Tokens.of("other:read", tenant))
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        with(token).put("/v1/notes").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        with(token).get("/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void sealsWhatIdentifiesAndOpensItAgain() throws Exception {
        String location = post(token)
                .body("{\"title\":\"a\",\"secret\":\"Xóchitl Canaria\"}")
                .post("/v1/notes")
                .header("Location");
        with(token).get(location).then().body("secret", equalTo("Xóchitl Canaria"));
        String id = location.substring(location.lastIndexOf('/') + 1);
        String stored = Database.query(
                        "programs", "SELECT encode(sealed, 'escape') FROM note WHERE id = ?", UUID.fromString(id))
                .getFirst();
        assertFalse(stored.contains("Canaria"));
        post(token)
                .body("{\"title\":\"a\",\"secret\":\"Robert'); 😀\"}")
                .post("/v1/notes")
                .then()
                .statusCode(422)
                .body("errors.code", contains("name"));
    }

    @Test
    void walksPagesWithoutLosingARowWhileOthersComeAndGo() {
        Set<String> always = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            always.add(write("stays").path("id"));
        }
        String doomed = write("goes").header("Location");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = with(token).queryParam("limit", 7);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/notes");
            page.then().statusCode(200);
            seen.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
            assertEquals(cursor != null, page.header("Link") != null);
            write("comes");
            with(token).header("If-Match", "\"v0\"").delete(doomed);
        } while (cursor != null && seen.size() < 200);
        assertEquals(seen.size(), new HashSet<>(seen).size());
        assertTrue(seen.containsAll(always));
    }

    @Test
    void aCursorServesOnlyItsOwnTenantAndList() {
        write("a");
        write("b");
        String cursor = with(token).queryParam("limit", 1).get("/v1/notes").path("nextCursor");
        with(Tokens.of("notes:write", UUID.randomUUID()))
                .queryParam("cursor", cursor)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        for (String limit : List.of("0", "201", "-1", "x")) {
            with(token).queryParam("limit", limit).get("/v1/notes").then().statusCode(422);
        }
    }

    @Test
    void theContractNamesHeadersScopesAndProblems() {
        RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/notes'.post.parameters.name", hasItem("Idempotency-Key"))
                .body("paths.'/v1/notes/{id}'.patch.parameters.name", hasItem("If-Match"))
                .body("paths.'/v1/notes'.post.operationId", equalTo("writeNote"))
                .body("paths.'/v1/notes'.post.responses.keySet()", hasItem("422"))
                .body("paths.'/v1/notes'.post.security.toString()", containsString("notes:write"))
                .body("components.schemas.keySet()", hasItem("Problem"))
                .body("components.schemas.WriteNote.properties.title.maxLength", equalTo(40))
                .body("openapi", equalTo("3.1.0"));
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
