package mx.trayecto.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.arc.ClientProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.patch;
import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A database that was put back to an older state, of which nobody told the service. */
@TrayectoTest
class LostCommitsTest {
    private static final String TOPIC = "trayecto.notes.v1";

    private final UUID tenant = UUID.randomUUID();
    private final String token = Tokens.of("notes:read notes:write", tenant);

    @Inject
    LostCommits lost;

    @AfterEach
    void asBefore() throws SQLException {
        Database.query("programs", "UPDATE producer_epoch SET epoch = 1");
    }

    private UUID write(String title) {
        return UUID.fromString(post(token)
                .body("{\"title\":\"" + title + "\"}")
                .post("/v1/notes")
                .path("id"));
    }

    private String change(UUID note, String title) {
        String path = "/v1/notes/" + note;
        var changed = patch(token, with(token).get(path).header("ETag"))
                .body("{\"title\":\"" + title + "\"}")
                .patch(path);
        assertEquals(200, changed.statusCode());
        return changed.header("Trayecto-Position");
    }

    private static void holds(UUID note, String titleAndCopies) {
        Eventually.get(
                () -> Database.query("programs", "SELECT title || ' ' || copies FROM note_copy WHERE id = ?", note),
                List.of(titleAndCopies)::equals);
    }

    /** The note's last change never was. */
    private static void putBack(UUID note, String title) throws SQLException {
        Database.query("programs", "UPDATE note SET title = ?, version = version - 1 WHERE id = ?", title, note);
        Database.query(
                "programs",
                "DELETE FROM outbox o USING event_counter c WHERE o.aggregate_id = c.aggregate_id"
                        + " AND o.sequence = c.last_sequence AND c.aggregate_id = ?",
                note);
        Database.query(
                "programs", "UPDATE event_counter SET last_sequence = last_sequence - 1 WHERE aggregate_id = ?", note);
    }

    private static int epoch() throws SQLException {
        return Integer.parseInt(
                Database.query("programs", "SELECT epoch FROM producer_epoch").getFirst());
    }

    /** Ends the relay's session; another one begins within the second. */
    private static void endTheRelay(Connection worker) throws SQLException {
        Database.query(
                worker, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '% relay'");
    }

    private void look(Connection worker) throws SQLException {
        ClientProxy.unwrap(lost).look(worker);
    }

    /** What was written before it was noticed would stand in the place of what is lost, and be dropped as known. */
    @Test
    void whatIsWrittenAfterItTakesNoPlaceOfWhatIsLost() throws Exception {
        UUID note = write("uno");
        change(note, "dos");
        change(note, "tres");
        holds(note, "tres 3");
        String position;
        int raised;
        try (Connection worker = Database.connect("programs", "worker")) {
            endTheRelay(worker);
            Database.query(worker, "SELECT pg_advisory_lock(" + Relay.LOCK + ")"); // nothing is published meanwhile
            putBack(note, "dos");
            position = change(note, "otra");
            UUID untold = write("nueva");
            look(worker);
            raised = epoch();
            assertTrue(raised > 1, "still in epoch " + raised);
            change(untold, "y cambió");
            Database.query(worker, "SELECT pg_advisory_unlock(" + Relay.LOCK + ")");
            holds(untold, "y cambió 2");
        }
        holds(note, "otra 3");
        with(token)
                .header("Trayecto-Min-Position", position)
                .get("/v1/notes")
                .then()
                .statusCode(200);
        change(note, "sigue");
        holds(note, "sigue 4");
        var told = Broker.read(TOPIC, record -> record.key().equals(note.toString())).stream()
                .map(record -> Broker.header(record, "ce_epoch") + "." + Broker.header(record, "ce_sequence") + " "
                        + Broker.header(record, "ce_previousepoch"))
                .toList();
        assertEquals(List.of("1.1 null", "1.2 null", "1.3 null", raised + ".3 1", raised + ".4 null"), told);
    }

    @Test
    void whoeverIsToRelayNoticesIt() throws Exception {
        UUID note = write("uno");
        change(note, "dos");
        holds(note, "dos 2");
        putBack(note, "uno");
        ClientProxy.unwrap(lost).seen = null; // as in a process that has just started
        try (Connection worker = Database.connect("programs", "worker")) {
            endTheRelay(worker);
        }
        int raised = Eventually.get(LostCommitsTest::epoch, epoch -> epoch > 1);
        change(note, "otra");
        holds(note, "otra 2");
        assertEquals(raised, epoch());
        try (Connection worker = Database.connect("programs", "worker")) {
            ClientProxy.unwrap(lost).again(worker); // now rather than in the midst of another test
            endTheRelay(worker);
        }
    }

    @Test
    void aDatabaseThatLacksNothingKeepsItsEpoch() throws Exception {
        try (Connection worker = Database.connect("programs", "worker")) {
            look(worker);
            int epoch = epoch();
            UUID note = write("uno");
            change(note, "dos");
            holds(note, "dos 2");
            Broker.send(TOPIC, "mx.trayecto.note.written.v1", tenant, note, 3, "{\"title\":\"de otro\"}");
            holds(note, "de otro 3");
            look(worker);
            assertEquals(epoch, epoch());
        }
    }

    /** After the epoch was raised by hand, what is lost is no news. */
    @Test
    void onceIsEnough() throws Exception {
        UUID note = write("uno");
        change(note, "dos");
        holds(note, "dos 2");
        putBack(note, "uno");
        try (Connection worker = Database.connect("programs", "worker")) {
            look(worker);
            int raised = epoch();
            assertTrue(raised > 1, "still in epoch " + raised);
            look(worker);
            assertEquals(raised, epoch());
        }
    }
}
