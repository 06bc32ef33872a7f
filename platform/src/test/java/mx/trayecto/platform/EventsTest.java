package mx.trayecto.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.outbox.Topic;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@TrayectoTest
class EventsTest {
    private static final String TOPIC = "trayecto.notes.v1";

    private static final String SHELVES = "trayecto.shelves.v1";

    private static final String TYPE = "mx.trayecto.note.written.v1";

    @Inject
    Outbox outbox;

    @Inject
    CurrentActor actor;

    private final UUID tenant = UUID.randomUUID();

    private final String token = Tokens.of("notes:read notes:write", tenant);

    private Response write(String title) {
        return post(token).body("{\"title\":\"" + title + "\"}").post("/v1/notes");
    }

    private static List<String> copies(UUID note) throws Exception {
        return Database.query("programs", "SELECT copies FROM note_copy WHERE id = ?", note);
    }

    @Test
    void anEventCrossesTheBrokerAsACloudEvent() {
        UUID note = UUID.fromString(write("viaja").path("id"));
        var record = Eventually.get(
                        () -> Broker.read(TOPIC, r -> r.key().equals(note.toString())), found -> !found.isEmpty())
                .getFirst();
        assertEquals("{\"note\":\"" + note + "\",\"title\":\"viaja\"}", record.value());
        Map<String, String> expected = Map.of(
                "ce_specversion", "1.0",
                "ce_type", TYPE,
                "ce_subject", note.toString(),
                "ce_source", "/programs",
                "ce_sequence", "1",
                "ce_epoch", "1",
                "ce_tenant", tenant.toString(),
                "content-type", "application/json");
        expected.forEach((name, value) -> assertEquals(value, Broker.header(record, name), name));
    }

    @Test
    void aReadWaitsForThePositionOfAWrite() {
        UUID first = UUID.fromString(write("primera").path("id"));
        Eventually.get(() -> copies(first), copied -> !copied.isEmpty()); // topics and partitions are there now
        for (int i = 0; i < 20; i++) {
            Response made = write("espera");
            with(token)
                    .header("Trayecto-Min-Position", made.header("Trayecto-Position"))
                    .get("/v1/notes")
                    .then()
                    .statusCode(200);
            String copied = Eventually.get(() -> copies(UUID.fromString(made.path("id"))), c -> true)
                    .toString();
            assertEquals("[1]", copied);
        }
        with(token)
                .header("Trayecto-Min-Position", "not a position")
                .get("/v1/notes")
                .then()
                .statusCode(400);
    }

    @Test
    void aPositionThatDoesNotComeIs503() {
        with(token)
                .header("Trayecto-Min-Position", TOPIC + "/" + UUID.randomUUID() + "/1.1")
                .get("/v1/notes")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("position-not-reached"));
    }

    /** R2: the order of events is the order of commits, whoever relays. */
    @Test
    void sixteenWritersOnTwentyHotAggregatesLoseAndInvertNothing() throws Exception {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            notes.add(write("v0").header("Location"));
        }
        AtomicInteger changes = new AtomicInteger();
        AtomicInteger kills = new AtomicInteger();
        Thread killer = Thread.ofVirtual().start(() -> killTheRelayNowAndThen(kills));
        WritesTest.inParallel(16, () -> {
            for (int i = 0; i < 60 || kills.get() < 3 && i < 6_000; i++) {
                String note = notes.get(ThreadLocalRandom.current().nextInt(notes.size()));
                String tag = with(token).get(note).header("ETag");
                String next = "v" + (Integer.parseInt(tag.replaceAll("\\D", "")) + 1);
                if (patch(token, tag)
                                .body("{\"title\":\"" + next + "\"}")
                                .patch(note)
                                .statusCode()
                        == 200) {
                    changes.incrementAndGet();
                }
            }
            return null;
        });
        killer.interrupt();
        killer.join();
        assertTrue(kills.get() > 2, "relays killed: " + kills);
        Eventually.get(
                () -> Database.query("programs", "SELECT count(*) FROM outbox WHERE published_at IS NULL")
                        .getFirst(),
                "0"::equals);
        // the broker acknowledges before every reader sees it
        Map<String, Long> last = Eventually.get(
                () -> lastInOrder(notes),
                reached -> reached.values().stream().mapToLong(Long::longValue).sum() == changes.get() + notes.size());
        assertTrue(changes.get() > 100, "too few changes to say anything: " + changes);
        for (String note : notes) {
            UUID id = UUID.fromString(note.substring(note.lastIndexOf('/') + 1));
            String expected = String.valueOf(last.get(id.toString()));
            Eventually.get(() -> copies(id), List.of(expected)::equals);
        }
    }

    /** The last sequence of each note on the topic, where no event stands before one that was committed earlier. */
    private static Map<String, Long> lastInOrder(List<String> notes) {
        Map<String, Long> last = new HashMap<>();
        Broker.read(TOPIC, r -> notes.contains("/v1/notes/" + r.key())).forEach(record -> {
            long sequence = Long.parseLong(Broker.header(record, "ce_sequence"));
            long before = last.getOrDefault(record.key(), 0L);
            assertTrue(sequence <= before + 1, "gap after " + before + ": " + sequence);
            assertTrue(record.value().contains("\"v" + (sequence - 1) + "\""), "order of commits: " + record.value());
            last.put(record.key(), Math.max(before, sequence));
        });
        return last;
    }

    /** The relay's session is ended by the server, as when its process dies: another takes over where it stopped. */
    private static void killTheRelayNowAndThen(AtomicInteger kills) {
        try (var worker = Database.connect("programs", "worker")) {
            while (!Thread.currentThread().isInterrupted()) {
                kills.addAndGet(Collections.frequency(
                        Database.query(
                                worker,
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                        + " WHERE application_name LIKE '% relay'"),
                        "t"));
                LockSupport.parkNanos(150_000_000);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A relay stopped with snapshots in its buffers, woken after another took over, puts nothing behind newer ones, which
     * compaction would then take away.
     */
    @Test
    void aRelayThatWakesUpLateIsCutOffFromCompactedTopics() {
        shelve();
        UUID stale = UUID.randomUUID();
        try (var late = Broker.transactional("programs-relay")) {
            late.initTransactions();
            late.beginTransaction();
            late.send(new ProducerRecord<>(SHELVES, stale.toString(), "{}".getBytes(StandardCharsets.UTF_8)));
            late.flush();
            shelve();
            assertThrows(KafkaException.class, late::commitTransaction);
        }
        assertEquals(List.of(), Broker.read(SHELVES, r -> r.key().equals(stale.toString())));
    }

    private void shelve() {
        UUID shelf = UUID.randomUUID();
        actor.runAs(Actor.service("test", tenant, "test"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(
                            new Topic(SHELVES, true), shelf, "mx.trayecto.shelf.changed.v1", Map.of("shelf", shelf)));
            return null;
        });
        Eventually.get(() -> Broker.read(SHELVES, r -> r.key().equals(shelf.toString())), found -> !found.isEmpty());
    }
}
