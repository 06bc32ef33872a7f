package mx.trayecto.platform.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** An entry's mark is of what was written, and is compared with what the database makes of it. */
@TrayectoTest
class DetailsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"b\": 1, \"a\": 2, \"ñ\": 3, \"aa\": 4}",
                "{\"list\": [1, 1.50, 1e3, -0.0, 12345678901234567890, 0.1e-7], \"none\": null, \"yes\": true}",
                "{\"text\": \"línea\\n\\\"dos\\\" \\u00e1 \\ud83c\\udf3b /\", \"deep\": {\"z\": [], \"y\": {\"x\": [{}]}}}"
            })
    void areTheSameAfterTheDatabase(String json) throws SQLException {
        String kept = Database.query("programs", "SELECT ?::jsonb::text", json).getFirst();
        assertEquals(Details.canonical(json), Details.canonical(kept));
    }

    @Test
    void areAllOfThemCompared() {
        assertNull(Details.canonical(null));
        assertEquals("{\"a\":[1,2],\"b\":\"x\"}", Details.canonical("{\"b\":\"x\",\"a\":[1.0,2]}"));
    }

    /** More than is read of what others wrote, and less than the database keeps. */
    @Test
    void areOneTextWhereTheyCannotBeRead() {
        for (String much : List.of("9".repeat(1_001), "[".repeat(2_000) + "]".repeat(2_000), "{")) {
            assertEquals(much, Details.tree(much).asText());
            assertNotEquals(Details.canonical(much), Details.canonical(much + " "));
        }
    }

    @Test
    void tellOfEveryIdInThem() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        assertEquals(
                Set.of(one, two),
                Details.ids("{\"participants\": [\"" + one + "\"], \"deep\": {\"access\": \"" + two
                        + "\"}, \"x\": \"y\"}"));
    }
}
