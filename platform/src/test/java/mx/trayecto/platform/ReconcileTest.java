package mx.trayecto.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How what was applied is compared with what was written, and told anew. */
@TrayectoTest
class ReconcileTest extends Restoring {
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

    /** It may be void, and nobody holds anything of it yet: only that something is unread shows it. */
    @Test
    void whatAConsumerHasNotReadYetIsTold() throws Exception {
        UUID note = write("uno");
        Dump dump = dump(note);
        holds(note, "uno 1");
        try (Connection late = Database.connect("programs", "owner")) {
            late.setAutoCommit(false);
            Database.query(late, "SELECT partition FROM inbox_offset WHERE topic = ? FOR UPDATE", TOPIC);
            change(note, "dos");
            Eventually.get(
                    () -> Database.query(
                            "programs",
                            "SELECT count(*) FROM outbox WHERE aggregate_id = ? AND published_at IS NOT NULL",
                            note),
                    List.of("2")::equals);
            restore(5, dump);
            compare(true, note).body("ahead", empty()).body("repaired", equalTo(0));
            unread(0).body("topics", equalTo(List.of(TOPIC)));
        }
        unread(60).body("topics", empty());
        holds(note, "dos 2");
        compare(true, note).body("repaired", equalTo(1));
        holds(note, "uno 1");
    }

    private io.restassured.response.ValidatableResponse unread(int seconds) {
        return with(operator)
                .get(POSITIONS + "/unread?within=" + seconds)
                .then()
                .statusCode(200);
    }

    /** The database ends the transaction for another's sake, as often as the sequence has not reached that number. */
    private static void conflicts(int times) throws SQLException {
        for (String sql : List.of(
                "CREATE SEQUENCE IF NOT EXISTS conflict",
                "GRANT USAGE ON SEQUENCE conflict TO PUBLIC",
                "ALTER SEQUENCE conflict RESTART",
                "CREATE OR REPLACE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NEW.action = 'reconcile' AND nextval('conflict') <= " + times
                        + " THEN RAISE EXCEPTION USING ERRCODE = '40001'; END IF; RETURN NEW; END $$",
                "CREATE OR REPLACE TRIGGER conflict BEFORE INSERT ON audit_entry FOR EACH ROW"
                        + " EXECUTE FUNCTION conflict()")) {
            Database.query("programs", sql);
        }
    }

    @Test
    void aRepairThatLosesAgainstAnotherTransactionIsTriedAgain() throws Exception {
        UUID note = write("uno");
        Dump dump = dump(note);
        change(note, "dos");
        holds(note, "dos 2");
        restore(5, dump);
        conflicts(2);
        compare(true, note).body("repaired", equalTo(1));
        holds(note, "uno 1");
    }

    @Test
    void aRepairThatAlwaysLosesEnds() throws Exception {
        conflicts(1_000);
        String lost = "{\"items\":[" + position(UUID.randomUUID(), 1, 1) + "]}";
        post(operator)
                .body(lost)
                .post(POSITIONS + "/compare?topic=" + TOPIC + "&repair=true")
                .then()
                .statusCode(500);
        assertEquals(List.of("3"), Database.query("programs", "SELECT last_value FROM conflict"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"items\":null}",
                "{\"items\":[null]}",
                "{\"items\":[{}]}",
                "{\"items\":[{\"tenant\":null,\"aggregate\":null,\"epoch\":1,\"sequence\":1}]}"
            })
    void aPageWithSomethingMissingIsRefused(String page) {
        for (String path : List.of("/compare?repair=true&topic=" + TOPIC, "/missing?topic=" + TOPIC)) {
            int status = post(operator).body(page).post(POSITIONS + path).statusCode();
            assertTrue(status == 400 || status == 422, path + " of " + page + ": " + status);
        }
    }

    @Test
    void onlyOperatorsCompare() {
        with(operator)
                .get(POSITIONS)
                .then()
                .statusCode(200)
                .body("applied", hasItem(TOPIC))
                .body("published", hasItem(TOPIC));
        for (String path : List.of("", "/unread", "/applied?topic=" + TOPIC, "/published?topic=" + TOPIC)) {
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
}
