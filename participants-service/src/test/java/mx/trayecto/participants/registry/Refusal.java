package mx.trayecto.participants.registry;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A tenant in which every request is refused. */
abstract class Refusal {
    final UUID tenant = UUID.randomUUID();
    final String registrar = Tokens.registrar(tenant);

    /** Whatever was refused, nothing of it was kept. */
    @AfterEach
    void nothingWasStored() throws SQLException {
        for (String table : List.of("participant", "outbox", "consent", "external_reference", "search_token")) {
            assertEquals(
                    List.of("0"),
                    Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant),
                    table);
        }
    }
}
