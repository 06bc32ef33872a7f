package mx.trayecto.bench.commits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.trayecto.proof.ProofFailure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScriptTest {
    private final Script script = new Script();

    @Test
    void acceptsItsOwnStatements() {
        script.requireSame(script.sql());
    }

    @Test
    void refusesToMeasureOtherStatementsThanTheService() {
        List<String> fewer = script.sql().subList(1, script.statements());
        List<String> changed = new ArrayList<>(script.sql());
        changed.set(2, changed.get(2) + " LIMIT 1");
        assertThrows(ProofFailure.class, () -> script.requireSame(fewer));
        assertThrows(ProofFailure.class, () -> script.requireSame(changed));
    }

    @Test
    void fillsEveryPlace() {
        String text = script.text();
        assertFalse(text.matches("(?s).*\\$\\d.*"), text);
        assertFalse(text.contains("(null)"), text);
        assertTrue(text.indexOf("BEGIN;") > text.indexOf("\\set"));
        assertEquals(
                script.statements() + 2,
                text.lines().filter(line -> line.endsWith(";")).count());
    }

    @Test
    void reckonsAsPgbenchDoes() {
        Map<String, String> variables = Map.of("first", "7", "turn", "3", "clients", "32", "client_id", "5");
        assertEquals(7 + 3 * 32 + 5, JdbcLoop.value(":first + :turn * :clients + :client_id", variables));
        assertEquals(4, JdbcLoop.value(":turn + 1", variables));
        for (int n = 0; n < 100; n++) {
            long drawn = JdbcLoop.value("random(1, :turn)", variables);
            assertTrue(drawn >= 1 && drawn <= 3, () -> "drawn: " + drawn);
        }
    }
}
