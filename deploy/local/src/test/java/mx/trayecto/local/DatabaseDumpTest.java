package mx.trayecto.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** On tables of every kind that the services' migrations make. */
class DatabaseDumpTest {

    private static final Passwords PASSWORDS = Passwords.random();
    private static final String ROWS =
            "SELECT id || ' ' || coalesce(note, 'null') || ' ' || twice || ' ' || encode(sealed, 'hex')"
                    + " FROM thing ORDER BY id";

    @TempDir
    static Path folder;

    private static PostgresServer server;

    private Connection programs;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(folder.resolve("data"), 0, PASSWORDS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void tables() throws SQLException {
        programs = connect("programs");
        for (var sql : List.of(
                "CREATE TABLE flyway_schema_history (version text, checksum int, success boolean)",
                "INSERT INTO flyway_schema_history VALUES ('1', 17, true)",
                "CREATE TABLE producer_epoch (epoch int NOT NULL)",
                "INSERT INTO producer_epoch VALUES (1)",
                "CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text, sealed bytea NOT NULL,"
                        + " twice bigint GENERATED ALWAYS AS (id * 2) STORED)",
                "CREATE TABLE part (thing bigint REFERENCES thing)",
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'never'; END $$",
                "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON part EXECUTE FUNCTION refuse()",
                "INSERT INTO thing (note, sealed) VALUES ('ñandú\t\\N', '\\x00ff'), (NULL, '\\x')",
                "INSERT INTO part VALUES (1)")) {
            execute(sql);
        }
        programs.commit();
    }

    @AfterEach
    void noTables() throws SQLException {
        programs.rollback();
        execute("DROP SCHEMA public CASCADE");
        execute("CREATE SCHEMA public");
        programs.commit();
        programs.close();
    }

    @Test
    void everythingIsAsItWas() throws Exception {
        var before = texts(ROWS);
        var dump = write();
        execute("UPDATE thing SET note = 'changed'");
        execute("INSERT INTO thing (note, sealed) VALUES ('later', '\\x01')");
        execute("INSERT INTO part VALUES (3)");
        programs.commit();

        load(dump);
        assertEquals(before, texts(ROWS));
        assertEquals(List.of("1"), texts("SELECT thing FROM part"));
        execute("INSERT INTO thing (sealed) VALUES ('\\x')");
        assertEquals(List.of("3"), texts("SELECT max(id) FROM thing"));
        programs.commit();
        assertThrows(SQLException.class, () -> execute("DELETE FROM part"), "the trigger is back");
    }

    @Test
    void twoRestoresOfOneDumpNeverShareAnEpoch() throws Exception {
        var dump = write();
        var first = load(dump);
        var second = load(dump);
        assertTrue(first > 190_000_000, "by the clock: " + first);
        assertTrue(second > first, second + " after " + first);
        execute("UPDATE producer_epoch SET epoch = 2000000000");
        programs.commit();
        assertEquals(2_000_000_001, load(dump), "beyond what was there before");
    }

    /** Whoever restores without this suite copies it from there. */
    @Test
    void theStatementOfTheRunbookRaisesTheEpochByTheClock() throws Exception {
        var runbook = Files.readString(Checkout.find().root().resolve("deploy/RELIABILITY.md"));
        var matcher = Pattern.compile("```sql\n(UPDATE producer_epoch.*?)```", Pattern.DOTALL)
                .matcher(runbook);
        assertTrue(matcher.find(), "no statement in the runbook");
        execute(matcher.group(1));
        var first = Integer.parseInt(texts("SELECT epoch FROM producer_epoch").getFirst());
        assertTrue(first > 190_000_000, "by the clock: " + first);
        execute(matcher.group(1));
        assertTrue(Integer.parseInt(texts("SELECT epoch FROM producer_epoch").getFirst()) > first);
        programs.rollback();
    }

    @Test
    void ofABrokenFileNothingIsTaken() throws Exception {
        var dump = write();
        execute("UPDATE thing SET note = 'changed'");
        programs.commit();
        var before = texts(ROWS);
        assertThrows(Exception.class, () -> load(Arrays.copyOf(dump, dump.length / 2)));
        programs.rollback();
        assertEquals(before, texts(ROWS));
        assertThrows(LocalStackException.class, () -> load(new byte[] {1, 2, 3}));
    }

    @Test
    void aDumpOfOtherTablesOrOfAnotherServiceIsRefused() throws Exception {
        var dump = write();
        execute("INSERT INTO flyway_schema_history VALUES ('2', 18, true)");
        assertThrows(LocalStackException.class, () -> load(dump));
        programs.rollback();
        try (var other = connect("indicators")) {
            assertThrows(LocalStackException.class, () -> new DatabaseDump(other).load(new ByteArrayInputStream(dump)));
        }
    }

    private byte[] write() throws Exception {
        var file = new ByteArrayOutputStream();
        try (var connection = connect("programs")) {
            assertEquals(3, new DatabaseDump(connection).write(file));
        }
        return file.toByteArray();
    }

    private int load(byte[] dump) throws Exception {
        var epoch = new DatabaseDump(programs).load(new ByteArrayInputStream(dump));
        programs.commit();
        return epoch;
    }

    private static Connection connect(String database) throws SQLException {
        var connection = Databases.connect(server.port(), database, PASSWORDS.superuser());
        connection.setAutoCommit(false);
        return connection;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = programs.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = programs.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
