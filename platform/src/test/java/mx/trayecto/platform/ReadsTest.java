package mx.trayecto.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@TrayectoTest
class ReadsTest {
    private final UUID tenant = UUID.randomUUID();

    private final String token = Tokens.of("notes:read notes:write", tenant);

    private Response write(String title) {
        return post(token).body("{\"title\":\"" + title + "\"}").post("/v1/notes");
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
        String absent = with(stranger)
                .header("traceparent", trace)
                .get("/v1/notes/" + UUID.randomUUID())
                .asString();
        assertEquals(absent, foreign);
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
}
