package mx.trayecto.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OwnPasswordsTest {

    private static final List<String> ROLES = Stream.concat(
                    Stream.of("participants", "programs", "indicators", "gateway")
                            .flatMap(database ->
                                    Stream.of("_owner", "_runtime", "_worker").map(kind -> database + kind)),
                    Stream.of("keys_owner", "keys_runtime"))
            .toList();

    private static final Passwords ONE_FOR_ALL = Passwords.random();
    private static final OwnPasswords OWN = new OwnPasswords(ONE_FOR_ALL.superuser());

    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void aServerOfEarlierDaysIsStartedAnew() {
        PostgresServer.start(folder.resolve("data"), 0, ONE_FOR_ALL).close();
        server = PostgresServer.launch(folder.resolve("data"), 0, OWN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRoleEntersWithItsOwn() throws SQLException {
        for (var role : ROLES) {
            try (var connection = connect(role, OWN.of(role))) {
                assertTrue(connection.isValid(5), role);
            }
        }
        assertEquals(ROLES.size(), new HashSet<>(ROLES.stream().map(OWN::of).toList()).size());
    }

    @Test
    void noRoleEntersWithAnothersOrAFormerOne() {
        for (var other : List.of("programs_owner", "programs_worker", "participants_runtime", "keys_runtime")) {
            refused("programs_runtime", OWN.of(other));
        }
        ROLES.forEach(role -> refused(role, ONE_FOR_ALL.of(role)));
    }

    private static void refused(String role, String password) {
        var refusal = assertThrows(SQLException.class, () -> connect(role, password), role);
        assertEquals("28P01", refusal.getSQLState());
    }

    private static Connection connect(String role, String password) throws SQLException {
        var database = role.substring(0, role.lastIndexOf('_'));
        return DriverManager.getConnection(server.jdbcUrl(database), role, password);
    }
}
