package mx.trayecto.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PostgresServerTest {

    private static final Passwords PASSWORDS = Passwords.random();

    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(folder.resolve("data"), 0, PASSWORDS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void keepsWhatItAcknowledges(String setting) throws SQLException {
        try (var connection = connect("programs", "programs_runtime", PASSWORDS.runtime())) {
            assertEquals("on", value(connection, "SHOW " + setting));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "participants, participants_runtime", "participants, participants_worker",
        "programs, programs_runtime", "programs, programs_worker",
        "indicators, indicators_runtime", "indicators, indicators_worker",
        "gateway, gateway_runtime", "gateway, gateway_worker",
        "keys, keys_runtime"
    })
    void runtimeAndWorkerDefineNothing(String database, String role) throws SQLException {
        var password = role.endsWith("worker") ? PASSWORDS.worker() : PASSWORDS.runtime();
        try (var connection = connect(database, role, password)) {
            for (var definition :
                    List.of("CREATE TABLE t (id int)", "CREATE SCHEMA s", "CREATE TEMPORARY TABLE t (id int)")) {
                assertEquals(INSUFFICIENT_PRIVILEGE, refusal(() -> execute(connection, definition)), definition);
            }
            assertEquals("f", value(connection, "SELECT rolbypassrls FROM pg_roles WHERE rolname = '" + role + "'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"participants", "programs", "indicators", "gateway", "keys"})
    void ownerMigratesAndSeesAllRows(String database) throws SQLException {
        var owner = database + "_owner";
        try (var connection = connect(database, owner, PASSWORDS.owner())) {
            execute(connection, "CREATE TABLE migrated (id int)");
            execute(connection, "DROP TABLE migrated");
            assertEquals("t", value(connection, "SELECT rolbypassrls FROM pg_roles WHERE rolname = '" + owner + "'"));
            assertEquals("f", value(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = '" + owner + "'"));
        }
    }

    @Test
    void rolesOfOneDatabaseDoNotEnterAnother() {
        assertEquals(INSUFFICIENT_PRIVILEGE, refusal(() -> connect("keys", "programs_runtime", PASSWORDS.runtime())));
    }

    @ParameterizedTest
    @CsvSource({"postgres, postgres", "programs_owner, programs_owner", "programs_runtime, password"})
    void nobodyEntersWithAGuess(String role, String guess) {
        assertEquals(INVALID_PASSWORD, refusal(() -> connect("programs", role, guess)));
    }

    @Test
    void dataSurviveAStopAndAKill(@TempDir Path other) throws SQLException {
        var data = other.resolve("data");
        try (var first = PostgresServer.start(data, 0, PASSWORDS);
                var connection = owner(first)) {
            execute(connection, "CREATE TABLE kept (id int)");
            execute(connection, "INSERT INTO kept VALUES (1)");
        }
        var second = PostgresServer.start(data, 0, PASSWORDS);
        try (var connection = owner(second)) {
            execute(connection, "INSERT INTO kept VALUES (2)");
            second.daemon().stop("KILL", Duration.ofSeconds(10));
        }
        try (var third = PostgresServer.start(data, 0, PASSWORDS);
                var connection = owner(third)) {
            assertEquals("2", value(connection, "SELECT count(*) FROM kept"));
        }
    }

    @Test
    void startsThoughItsLockNamesALiveStranger(@TempDir Path other) throws Exception {
        var data = other.resolve("data");
        PostgresServer.start(data, 0, PASSWORDS).close();
        java.nio.file.Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        try (var again = PostgresServer.start(data, 0, PASSWORDS)) {
            assertTrue(again.daemon().alive());
        }
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path other) {
        var failure = assertThrows(
                LocalStackException.class, () -> PostgresServer.start(other.resolve("data"), server.port(), PASSWORDS));
        assertTrue(failure.getMessage().contains("could not bind"), failure.getMessage());
    }

    @Test
    void isGoneAfterClose(@TempDir Path other) {
        var closed = PostgresServer.start(other.resolve("data"), 0, PASSWORDS);
        closed.close();
        assertFalse(Ports.taken(closed.port()));
    }

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PASSWORD = "28P01";

    private interface Attempt {
        Object make() throws SQLException;
    }

    private static String refusal(Attempt attempt) {
        return assertThrows(SQLException.class, attempt::make).getSQLState();
    }

    private static Connection owner(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("programs"), "programs_owner", PASSWORDS.owner());
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), user, password);
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
