package mx.trayecto.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.app.Forgetting;
import mx.trayecto.platform.inbox.DeadLetters;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** R12: the producer's database is restored to an older state; what consumers hold of the lost time does not stay. */
@TrayectoTest
class RestoreTest extends Restoring {
    @Inject
    DeadLetters deadLetters;

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
        holds(untouched, "igual 1");
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

    /** More than fits into memory at once, told in one transaction. */
    @Test
    void veryManyAreBroughtBackPortionByPortion() throws Exception {
        String much = "x".repeat(30);
        List<UUID> notes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            notes.add(write("uno " + much));
        }
        Dump[] dumps = new Dump[notes.size()];
        for (int i = 0; i < notes.size(); i++) {
            dumps[i] = dump(notes.get(i));
        }
        for (UUID note : notes) {
            change(note, "dos " + much, "tres " + much);
        }
        for (UUID note : notes) {
            holds(note, "tres " + much + " 3");
        }
        restore(5, dumps);
        compare(true, notes.toArray(UUID[]::new)).body("repaired", equalTo(300));
        Eventually.get(
                () -> held(notes.getFirst()),
                List.of("uno " + much + " 1")::equals,
                Duration.ofMinutes(4)); // all at once
        for (UUID note : notes) {
            holds(note, "uno " + much + " 1");
        }
    }
}
