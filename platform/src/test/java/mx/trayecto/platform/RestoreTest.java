package mx.trayecto.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.app.Forgetting;
import mx.trayecto.platform.inbox.DeadLetters;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** R12: the producer's database is restored to an older state; what consumers hold of the lost time does not stay. */
@TrayectoTest
class RestoreTest {
    private static final String TOPIC = "trayecto.notes.v1";
    private static final String POSITIONS = "/internal/positions";

    /** What tables hold of a note, by the column that names it. */
    private static final Map<String, String> TABLES =
            Map.of("note", "id", "event_counter", "aggregate_id", "outbox", "aggregate_id");

    private final UUID tenant = UUID.randomUUID();
    private final String token = Tokens.of("notes:read notes:write", tenant);
    private final String operator = Tokens.of("tenants:admin", UUID.randomUUID());

    @Inject
    DeadLetters deadLetters;

    /** The state of a note in the producer's database. */
    private record Dump(UUID note, Map<String, List<String>> rows) {}

    private static Dump dump(UUID note) throws SQLException {
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

    private static void restore(int epoch, Dump... dumps) throws SQLException {
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
        Forgetting.possible(true);
    }

    private UUID write(String title) {
        return UUID.fromString(post(token)
                .body("{\"title\":\"" + title + "\"}")
                .post("/v1/notes")
                .path("id"));
    }

    private void change(UUID note, String... titles) {
        String path = "/v1/notes/" + note;
        for (String title : titles) {
            Response changed = patch(token, with(token).get(path).header("ETag"))
                    .body("{\"title\":\"" + title + "\"}")
                    .patch(path);
            assertEquals(200, changed.statusCode(), changed.body().asString());
        }
    }

    /** What the consumer holds of a note: its title, and how many events told it. */
    private static List<String> held(UUID note) throws SQLException {
        return Database.query("programs", "SELECT title || ' ' || copies FROM note_copy WHERE id = ?", note);
    }

    private static void holds(UUID note, String... titleAndCopies) {
        Eventually.get(() -> held(note), List.of(titleAndCopies)::equals);
    }

    @Test
    void theNextEventTakesBackWhatWasLost() throws Exception {
        UUID note = write("uno");
        change(note, "dos");
        Dump dump = dump(note);
        change(note, "tres", "cuatro", "cinco");
        holds(note, "cinco 5");
        restore(5, dump);
        change(note, "otra");
        holds(note, "otra 3");
        change(note, "sigue");
        holds(note, "sigue 4");
    }

    @Test
    void whoeverReadsTheTopicAnewComesToTheSame() throws Exception {
        UUID note = write("uno");
        Dump dump = dump(note);
        change(note, "dos", "tres");
        holds(note, "tres 3");
        restore(5, dump);
        change(note, "otra");
        holds(note, "otra 2");
        restore(7, dump);
        change(note, "de nuevo", "y más");
        holds(note, "y más 3");

        Database.query("programs", "DELETE FROM note_copy WHERE id = ?", note);
        Database.query("programs", "DELETE FROM inbox_sequence WHERE aggregate_id = ?", note);
        Database.query("programs", "UPDATE inbox_offset SET next_offset = 0 WHERE topic = ?", TOPIC);
        shareThePartitionsOutAnew();
        holds(note, "y más 3");
    }

    /** Every assignment makes the inbox go on where its database stands. */
    private static void shareThePartitionsOutAnew() {
        try (KafkaConsumer<byte[], byte[]> passing = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Broker.bootstrapServers(),
                        "group.id",
                        "programs",
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            passing.subscribe(List.of(TOPIC));
            Eventually.get(
                    () -> {
                        passing.poll(Duration.ofMillis(100));
                        return passing.assignment();
                    },
                    assigned -> !assigned.isEmpty());
        }
    }

    /** The first restore went too far back: a newer dump is taken, and what was void holds again. */
    @Test
    void aNewerDumpAfterAnOlderOneBringsEventsBack() throws Exception {
        UUID note = write("uno");
        Dump older = dump(note);
        change(note, "dos", "tres");
        Dump newer = dump(note);
        change(note, "cuatro");
        restore(5, older);
        change(note, "otra");
        holds(note, "otra 2");
        restore(7, newer);
        compare(true, note).body("ahead.aggregate", hasItem(note.toString()));
        holds(note, "tres 3");
        compare(false, note).body("ahead", empty()).body("behind", empty());
    }

    @Test
    void whatWasLostIsListedAndRepaired() throws Exception {
        UUID changed = write("uno");
        UUID untouched = write("igual");
        Dump before = dump(changed);
        change(changed, "dos", "tres");
        UUID later = write("después");
        change(later, "y cambió");
        holds(changed, "tres 3");
        holds(later, "y cambió 2");
        restore(5, before, new Dump(later, Map.of()));

        compare(false, changed, untouched, later)
                .body("ahead.aggregate", equalTo(List.of(changed.toString())))
                .body("unknown.aggregate", equalTo(List.of(later.toString())))
                .body("behind", empty())
                .body("repaired", equalTo(0));
        assertEquals(List.of("tres 3"), held(changed), "a comparison alone changes nothing");

        compare(true, changed, untouched, later).body("repaired", equalTo(2));
        holds(changed, "uno 1");
        holds(later);
        holds(untouched, "igual 1");
        Eventually.get(
                () -> compare(false, changed, untouched, later).extract().body().asString(),
                "{\"ahead\":[],\"behind\":[],\"unknown\":[],\"repaired\":0}"::equals);
        var marker = Broker.read(TOPIC, record -> record.key().equals(later.toString()))
                .getLast();
        assertEquals("mx.trayecto.note.restored.v1", Broker.header(marker, "ce_type"));
        assertEquals("5.1", Broker.header(marker, "ce_epoch") + "." + Broker.header(marker, "ce_sequence"));
        change(changed, "sigue");
        holds(changed, "sigue 2");
    }

    /** Its sequence is the one that the consumer has applied already, of a time that is void. */
    @Test
    void aWriteAfterTheRestoreDoesNotHideWhatWasLost() throws Exception {
        UUID note = write("uno");
        Dump dump = dump(note);
        change(note, "dos");
        holds(note, "dos 2");
        restore(5, dump);
        change(note, "otra");
        String applied = position(note, 1, 2);
        compareHeld(false, List.of(applied)).body("behind.aggregate", equalTo(List.of(note.toString())));
        holds(note, "otra 2");
        compare(false, note).body("behind", empty()).body("ahead", empty());
    }

    @Test
    void whatCannotBeTakenBackIsParkedAndShows() throws Exception {
        UUID note = write("uno");
        Dump dump = dump(note);
        change(note, "dos");
        holds(note, "dos 2");
        Forgetting.possible(false);
        restore(5, dump);
        change(note, "otra");
        Eventually.get(
                () -> Database.query("programs", "SELECT reason FROM inbox_parked WHERE aggregate_id = ?", note),
                List.of("what was applied cannot be taken back")::equals);
        assertEquals(List.of("dos 2"), held(note));
        compare(false, note).body("behind.aggregate", equalTo(List.of(note.toString())));
        Forgetting.possible(true);
        assertEquals(1, deadLetters.redrive(TOPIC, note));
        holds(note, "otra 2");
    }

    @Test
    void whatAConsumerNeverHeardOfIsMissing() throws Exception {
        UUID note = write("uno");
        holds(note, "uno 1");
        with(operator)
                .get(POSITIONS + "/published?topic=" + TOPIC + "&tenant=" + tenant)
                .then()
                .statusCode(200)
                .body("items.aggregate", hasItem(note.toString()));
        String written = "{\"items\":[" + position(note, 1, 1) + "]}";
        missing(written).body("items", empty());
        Database.query("programs", "DELETE FROM inbox_sequence WHERE aggregate_id = ?", note);
        missing(written).body("items.aggregate", equalTo(List.of(note.toString())));
    }

    @Test
    void onlyOperatorsCompare() {
        with(operator)
                .get(POSITIONS)
                .then()
                .statusCode(200)
                .body("applied", hasItem(TOPIC))
                .body("published", hasItem(TOPIC));
        for (String path : List.of("", "/applied?topic=" + TOPIC, "/published?topic=" + TOPIC)) {
            with(token).get(POSITIONS + path).then().statusCode(403);
        }
        for (String path : List.of("/compare?topic=" + TOPIC, "/missing?topic=" + TOPIC)) {
            post(token).body("{\"items\":[]}").post(POSITIONS + path).then().statusCode(403);
        }
        post(operator)
                .body("{\"items\":[]}")
                .post(POSITIONS + "/compare?topic=not-mine")
                .then()
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse missing(String written) {
        return post(operator)
                .body(written)
                .post(POSITIONS + "/missing?topic=" + TOPIC)
                .then()
                .statusCode(200);
    }

    /** Compares what this service, as a consumer, has applied of these notes with what it has written as their producer. */
    private io.restassured.response.ValidatableResponse compare(boolean repair, UUID... notes) {
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
                    .forEach(item -> held.add(position(
                            UUID.fromString((String) item.get("aggregate")),
                            (int) item.get("epoch"),
                            ((Number) item.get("sequence")).longValue())));
            after = items.isEmpty() ? null : (String) items.getLast().get("aggregate");
        }
        assertTrue(held.size() == notes.length, "not all were applied: " + held);
        return compareHeld(repair, held);
    }

    private io.restassured.response.ValidatableResponse compareHeld(boolean repair, List<String> held) {
        return post(operator)
                .body("{\"items\":[" + String.join(",", held) + "]}")
                .post(POSITIONS + "/compare?topic=" + TOPIC + "&repair=" + repair)
                .then()
                .statusCode(200);
    }

    private String position(UUID note, int epoch, long sequence) {
        return "{\"tenant\":\"%s\",\"aggregate\":\"%s\",\"epoch\":%d,\"sequence\":%d}"
                .formatted(tenant, note, epoch, sequence);
    }
}
