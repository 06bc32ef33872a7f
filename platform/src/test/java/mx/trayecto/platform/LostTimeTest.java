package mx.trayecto.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.app.Forgetting;
import mx.trayecto.platform.inbox.DeadLetters;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a consumer set aside in the time that a restore made void. */
@TrayectoTest
class LostTimeTest extends Restoring {
    @Inject
    DeadLetters deadLetters;

    /** Tells of a note as its producer did in the time that is lost. */
    private void toldInLostTime(UUID note, long sequence, String json) {
        Broker.send(TOPIC, "mx.trayecto.note.written.v1", tenant, note, sequence, json);
    }

    private static void nothingIsAside(UUID note) throws SQLException {
        parked(note);
        assertEquals(
                List.of(), Database.query("programs", "SELECT reason FROM dead_letter WHERE aggregate_id = ?", note));
    }

    @Test
    void whatCouldNotBeReadInLostTimeParksNobodyAfterIt() throws Exception {
        UUID note = write("uno");
        holds(note, "uno 1");
        toldInLostTime(note, 2, "{\"ilegible\":true}");
        toldInLostTime(note, 3, "{\"title\":\"tres\"}");
        parked(note, "title missing or poisoned");
        Database.query("programs", "UPDATE producer_epoch SET epoch = 5");
        change(note, "otra");
        holds(note, "otra 2");
        nothingIsAside(note);
        change(note, "sigue");
        holds(note, "sigue 3");
    }

    @Test
    void aGapInLostTimeParksNobodyAfterIt() throws Exception {
        UUID note = write("uno");
        change(note, "dos");
        Dump dump = dump(note);
        change(note, "tres");
        holds(note, "tres 3");
        toldInLostTime(note, 5, "{\"title\":\"cinco\"}");
        parked(note, "gap: 5 after 3");
        restore(5, dump);
        compare(true, note).body("repaired", equalTo(1));
        holds(note, "dos 2");
        nothingIsAside(note);
    }

    /** What holds is missing: the restore mends nothing of that. */
    @Test
    void whatCannotBeReadAndHoldsStaysAside() throws Exception {
        UUID note = write("uno");
        holds(note, "uno 1");
        Database.query(
                "programs",
                "UPDATE event_counter SET last_sequence = 2 WHERE aggregate_id = ?",
                note); // as if the second had been written, and could not be read
        Broker.send(unreadable(note, 2));
        parked(note, "unreadable: JsonParseException");
        Database.query("programs", "UPDATE producer_epoch SET epoch = 5");
        change(note, "tres");
        Eventually.get(
                () -> Database.query(
                        "programs", "SELECT reason FROM dead_letter WHERE aggregate_id = ? ORDER BY id", note),
                List.of("unreadable: JsonParseException", "gap: 1.2 is not in the topic")::equals);
        parked(note, "unreadable: JsonParseException");
        assertEquals(List.of("uno 1"), held(note));
    }

    private ProducerRecord<String, byte[]> unreadable(UUID note, long sequence) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, note.toString(), "{no json".getBytes(StandardCharsets.UTF_8));
        Map.of("ce_id", UUID.randomUUID(), "ce_type", "x", "ce_subject", note, "ce_epoch", 1, "ce_sequence", sequence)
                .forEach((name, value) ->
                        record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8)));
        record.headers().add("ce_tenant", tenant.toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** What was set aside before such a release could take it away goes when it is driven again. */
    @Test
    void drivingAgainTakesAwayWhatIsVoid() throws Exception {
        UUID note = write("uno");
        Dump dump = dump(note);
        change(note, "dos");
        holds(note, "dos 2");
        Broker.send(unreadable(note, 3));
        parked(note, "unreadable: JsonParseException");
        Forgetting.possible(false);
        restore(5, dump);
        change(note, "otra");
        Eventually.get(
                () -> Database.query("programs", "SELECT count(*) FROM dead_letter WHERE aggregate_id = ?", note),
                List.of("2")::equals);
        Forgetting.possible(true);
        assertEquals(2, deadLetters.redrive(TOPIC, note));
        holds(note, "otra 2");
        nothingIsAside(note);
    }

    /** The restored state is just what was applied: only what is set aside tells that something was lost. */
    @Test
    void whatIsSetAsideOfLostTimeIsListedAndRepaired() throws Exception {
        UUID note = write("uno");
        UUID unborn = UUID.randomUUID();
        holds(note, "uno 1");
        toldInLostTime(note, 2, "{\"ilegible\":true}");
        toldInLostTime(unborn, 1, "{\"ilegible\":true}");
        parked(note, "title missing or poisoned");
        parked(unborn, "title missing or poisoned");
        Database.query("programs", "UPDATE producer_epoch SET epoch = 5");
        compare(true, note, unborn)
                .body("ahead.aggregate", equalTo(List.of(note.toString())))
                .body("unknown.aggregate", equalTo(List.of(unborn.toString())))
                .body("repaired", equalTo(2));
        holds(note, "uno 1");
        nothingIsAside(note);
        nothingIsAside(unborn);
        compare(false, note, unborn)
                .body("ahead", empty())
                .body("behind", empty())
                .body("unknown", empty());
    }
}
