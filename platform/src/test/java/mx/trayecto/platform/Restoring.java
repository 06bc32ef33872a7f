package mx.trayecto.platform;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;

import mx.trayecto.platform.app.Forgetting;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A producer whose database is put back, note by note, to what it was; it consumes its own events. */
abstract class Restoring {
    static final String TOPIC = "trayecto.notes.v1";
    static final String POSITIONS = "/internal/positions";

    /** What tables hold of a note, by the column that names it. */
    static final Map<String, String> TABLES =
            Map.of("note", "id", "event_counter", "aggregate_id", "outbox", "aggregate_id");

    final UUID tenant = UUID.randomUUID();
    final String token = Tokens.of("notes:read notes:write", tenant);
    final String operator = Tokens.of("tenants:admin", UUID.randomUUID());

    /** The state of a note in the producer's database. */
    record Dump(UUID note, Map<String, List<String>> rows) {}

    static Dump dump(UUID note) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            rows.put(
                    table.getKey(),
                    Database.query(
                            "programs",
                            "SELECT to_jsonb(t)::text FROM " + table.getKey() + " t WHERE " + table.getValue() + " = ?",
                            note));
        }
        return new Dump(note, rows);
    }

    static void restore(int epoch, Dump... dumps) throws SQLException {
        Database.query("programs", "UPDATE producer_epoch SET epoch = ?", epoch);
        for (Dump dump : dumps) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                Database.query(
                        "programs",
                        "DELETE FROM " + table.getKey() + " WHERE " + table.getValue() + " = ?",
                        dump.note());
                for (String row : dump.rows().getOrDefault(table.getKey(), List.of())) {
                    Database.query(
                            "programs",
                            "INSERT INTO " + table.getKey() + " OVERRIDING SYSTEM VALUE"
                                    + " SELECT * FROM jsonb_populate_record(NULL::" + table.getKey() + ", ?::jsonb)",
                            row);
                }
            }
        }
    }

    @AfterEach
    void asBefore() throws SQLException {
        Database.query("programs", "UPDATE producer_epoch SET epoch = 1");
        Database.query("programs", "DROP TRIGGER IF EXISTS conflict ON audit_entry");
        Forgetting.possible(true);
    }

    UUID write(String title) {
        return UUID.fromString(post(token)
                .body("{\"title\":\"" + title + "\"}")
                .post("/v1/notes")
                .path("id"));
    }

    void change(UUID note, String... titles) {
        String path = "/v1/notes/" + note;
        for (String title : titles) {
            Response changed = patch(token, with(token).get(path).header("ETag"))
                    .body("{\"title\":\"" + title + "\"}")
                    .patch(path);
            assertEquals(200, changed.statusCode(), changed.body().asString());
        }
    }

    /** What the consumer holds of a note: its title, and how many events told it. */
    static List<String> held(UUID note) throws SQLException {
        return Database.query("programs", "SELECT title || ' ' || copies FROM note_copy WHERE id = ?", note);
    }

    static void holds(UUID note, String... titleAndCopies) {
        Eventually.get(() -> held(note), List.of(titleAndCopies)::equals);
    }

    static void parked(UUID note, String... reasons) {
        Eventually.get(
                () -> Database.query("programs", "SELECT reason FROM inbox_parked WHERE aggregate_id = ?", note),
                List.of(reasons)::equals);
    }

    /** Compares what this service, as a consumer, has applied of these notes with what it has written as their producer. */
    io.restassured.response.ValidatableResponse compare(boolean repair, UUID... notes) {
        List<UUID> wanted = Arrays.asList(notes);
        List<String> held = new ArrayList<>();
        String after = new UUID(0, 0).toString();
        while (after != null) {
            JsonPath page = with(operator)
                    .get(POSITIONS + "/applied?topic=" + TOPIC + "&after=" + after)
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            items.stream()
                    .filter(item -> wanted.contains(UUID.fromString((String) item.get("aggregate"))))
                    .forEach(item -> held.add(json(item)));
            after = items.isEmpty() ? null : (String) items.getLast().get("aggregate");
        }
        assertTrue(held.size() == notes.length, "not all were applied: " + held);
        return compareHeld(repair, held);
    }

    static String json(Map<String, Object> item) {
        try {
            return new ObjectMapper().writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    io.restassured.response.ValidatableResponse compareHeld(boolean repair, List<String> held) {
        return post(operator)
                .body("{\"items\":[" + String.join(",", held) + "]}")
                .post(POSITIONS + "/compare?topic=" + TOPIC + "&repair=" + repair)
                .then()
                .statusCode(200);
    }

    String position(UUID note, int epoch, long sequence) {
        return "{\"tenant\":\"%s\",\"aggregate\":\"%s\",\"epoch\":%d,\"sequence\":%d}"
                .formatted(tenant, note, epoch, sequence);
    }
}
