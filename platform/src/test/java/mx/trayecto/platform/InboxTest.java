package mx.trayecto.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.app.Failing;
import mx.trayecto.platform.inbox.DeadLetters;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@TrayectoTest
class InboxTest {
    private static final String TOPIC = "trayecto.notes.v1";

    private static final String TYPE = "mx.trayecto.note.written.v1";

    private final UUID tenant = UUID.randomUUID();

    private final String token = Tokens.of("notes:read notes:write", tenant);

    @Inject
    DeadLetters deadLetters;

    private static List<String> copies(UUID note) throws Exception {
        return Database.query("programs", "SELECT copies FROM note_copy WHERE id = ?", note);
    }

    @Test
    void duplicatesAndReplaysHaveNoEffect() throws Exception {
        UUID note = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        String json = "{\"title\":\"una vez\"}";
        for (int i = 0; i < 3; i++) {
            Broker.send(TOPIC, TYPE, tenant, note, 1, 1, first, json);
        }
        Broker.send(TOPIC, TYPE, tenant, note, 1, 2, UUID.randomUUID(), json);
        Broker.send(TOPIC, TYPE, tenant, note, 1, 1, first, json);
        Broker.send(TOPIC, TYPE, tenant, note, 1, 3, UUID.randomUUID(), json);
        Eventually.get(() -> copies(note), List.of("3")::equals);
    }

    /** It moves the sequence all the same: what comes after it leaves no gap. */
    @Test
    void whatTellsNobodyAnythingIsNotEvenParsed() throws Exception {
        UUID note = UUID.randomUUID();
        Broker.send(TOPIC, TYPE, tenant, note, 1, "{\"title\":\"una\"}");
        Broker.send(TOPIC, "mx.trayecto.note.pinned.v1", tenant, note, 1, 2, UUID.randomUUID(), "no JSON");
        Broker.send(TOPIC, TYPE, tenant, note, 3, "{\"title\":\"dos\"}");
        Eventually.get(() -> copies(note), List.of("2")::equals);
        assertEquals(0, deadLetters.redrive(TOPIC, note), "nothing was set aside");
    }

    /** R8: what cannot be read is set aside with its key; everything else flows. */
    @Test
    void onePoisonedEventAmongThousandsParksItsKeyOnly() throws Exception {
        UUID sick = UUID.randomUUID();
        List<UUID> healthy = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            UUID note = UUID.randomUUID();
            healthy.add(note);
            Broker.send(TOPIC, TYPE, tenant, note, 1, "{\"title\":\"sana\"}");
            if (i == 1_000) {
                Broker.send(TOPIC, TYPE, tenant, sick, 1, "{\"titulo\":\"enferma\"}");
                Broker.send(TOPIC, TYPE, tenant, sick, 2, "{\"title\":\"después\"}");
                ProducerRecord<String, byte[]> nobodys =
                        new ProducerRecord<>(TOPIC, "no-id", "x".getBytes(StandardCharsets.UTF_8));
                nobodys.headers().add("bi\0nary", new byte[] {0, 0, 0, 7});
                nobodys.headers().add("none", null);
                Broker.send(nobodys);
            }
        }
        Eventually.get(
                () -> Database.query(
                        "programs",
                        "SELECT count(*) FROM note_copy WHERE id = ANY (?::uuid[])",
                        "{"
                                + String.join(
                                        ",",
                                        healthy.stream().map(UUID::toString).toList()) + "}"),
                List.of("2000")::equals);
        assertEquals(List.of(), copies(sick));
        assertTrue(deadLetters.parked().getOrDefault(TOPIC, 0) >= 1);
        with(token)
                .header("Trayecto-Min-Position", TOPIC + "/" + sick + "/1.1")
                .get("/v1/notes")
                .then()
                .statusCode(503)
                .body("detail", containsString(sick.toString()));
        assertEquals(0, deadLetters.redrive(TOPIC, sick), "still unreadable");
        Database.query(
                "programs",
                "UPDATE dead_letter SET payload = convert_to('{\"title\":\"sanada\"}', 'UTF8')"
                        + " WHERE aggregate_id = ? AND record_offset = (SELECT min(record_offset) FROM dead_letter"
                        + " WHERE aggregate_id = ?)",
                sick,
                sick);
        assertEquals(2, deadLetters.redrive(TOPIC, sick));
        assertEquals(List.of("2"), copies(sick));
        Broker.send(TOPIC, TYPE, tenant, sick, 3, "{\"title\":\"sigue\"}");
        Eventually.get(() -> copies(sick), List.of("3")::equals);
    }

    @Test
    void operatorsSeeDriveAgainAndGiveUpWhatWasSetAside() throws Exception {
        String operator = Tokens.of("tenants:admin", tenant);
        UUID note = UUID.randomUUID();
        String keyless = "sin-llave-" + note;
        Broker.send(TOPIC, TYPE, tenant, note, 2, "{\"title\":\"segunda\"}");
        Broker.send(new ProducerRecord<>(TOPIC, keyless, "x".getBytes(StandardCharsets.UTF_8)));
        String mine = "items.findAll { it.key == '" + note + "' }";
        Eventually.get(
                () -> with(operator)
                        .get("/internal/dead-letters")
                        .path(mine + ".reason")
                        .toString(),
                "[gap: first is 2]"::equals);
        with(token).get("/internal/dead-letters").then().statusCode(403);
        with(token).post("/internal/dead-letters/redrive").then().statusCode(403);

        Database.query("programs", "DELETE FROM inbox_sequence WHERE aggregate_id = ?", note);
        Database.query(
                "programs",
                "INSERT INTO inbox_sequence SELECT topic, aggregate_id, tenant_id, 1, 1, gen_random_uuid()"
                        + " FROM dead_letter WHERE aggregate_id = ?",
                note);
        int applied = with(operator).post("/internal/dead-letters/redrive").path("applied");
        assertTrue(applied >= 1, "applied " + applied);
        with(operator).get("/internal/dead-letters").then().body(mine, empty());

        List<Integer> keyed = Eventually.get(
                () -> with(operator).get("/internal/dead-letters").path("items.findAll { it.key == null }.id"),
                ids -> !ids.isEmpty());
        for (int id : keyed) {
            with(operator).delete("/internal/dead-letters/" + id).then().statusCode(204);
            with(operator).delete("/internal/dead-letters/" + id).then().statusCode(404);
        }
    }

    @AfterEach
    void nothingFails() {
        Failing.with(null);
    }

    private static int readiness() {
        return RestAssured.given().get("/q/health/ready").statusCode();
    }

    /** What was written before it is not committed, the probe tells, and once there is memory again it goes on. */
    @Test
    void anErrorOfTheProcessIsToldAndLosesAndDoublesNothing() throws Exception {
        Eventually.get(InboxTest::readiness, Integer.valueOf(200)::equals);
        UUID note = UUID.randomUUID();
        Failing.with(new OutOfMemoryError("of a test"));
        Broker.send(TOPIC, TYPE, tenant, note, 1, "{\"title\":\"una vez\"}");
        Eventually.get(InboxTest::readiness, Integer.valueOf(503)::equals);
        RestAssured.given()
                .get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'inbox' }.data.stopped", equalTo("the inbox fails: OutOfMemoryError"));
        assertEquals(List.of(), copies(note));

        Failing.with(null);
        Eventually.get(() -> copies(note), List.of("1")::equals);
        Eventually.get(InboxTest::readiness, Integer.valueOf(200)::equals);
        Broker.send(TOPIC, TYPE, tenant, note, 2, "{\"title\":\"sigue\"}");
        Eventually.get(() -> copies(note), List.of("2")::equals);
    }

    /** It would end every attempt alike. */
    @Test
    void anEventTooDeepForTheStackParksItsKeyOnly() throws Exception {
        UUID note = UUID.randomUUID();
        Failing.with(new StackOverflowError());
        Broker.send(TOPIC, TYPE, tenant, note, 1, "{\"title\":\"honda\"}");
        Eventually.get(
                () -> Database.query("programs", "SELECT reason FROM inbox_parked WHERE aggregate_id = ?", note),
                List.of("StackOverflowError")::equals);
        Failing.with(null);
        assertEquals(List.of(), copies(note));
        assertEquals(1, deadLetters.redrive(TOPIC, note));
        assertEquals(List.of("1"), copies(note));
    }

    @Test
    void aGapParksTheKey() throws Exception {
        UUID note = UUID.randomUUID();
        Broker.send(TOPIC, TYPE, tenant, note, 1, "{\"title\":\"a\"}");
        Broker.send(TOPIC, TYPE, tenant, note, 3, "{\"title\":\"c\"}");
        Eventually.get(
                () -> Database.query("programs", "SELECT reason FROM inbox_parked WHERE aggregate_id = ?", note),
                List.of("gap: 3 after 1")::equals);
        assertEquals(List.of("1"), copies(note));
    }
}
