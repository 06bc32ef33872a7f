package mx.trayecto.bench.ground;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.trayecto.proof.ProofFailure;

import static org.junit.jupiter.api.Assertions.assertThrows;

class WrittenTest {
    private static final Written BEFORE = written(10, 20);

    @Test
    void acceptsAsManyRowsAsWereAcknowledged() {
        written(15, 30).requireSince(BEFORE, 5, "here");
    }

    @Test
    void noticesAnyRowThatIsMissingOrTooMany() {
        for (String table : BEFORE.rows().keySet()) {
            for (long wrong : new long[] {-1, 1}) {
                Map<String, Long> rows = new HashMap<>(written(15, 30).rows());
                rows.merge(table, wrong, Long::sum);
                assertThrows(ProofFailure.class, () -> new Written(rows).requireSince(BEFORE, 5, "here"), table);
            }
        }
    }

    private static Written written(long rows, long events) {
        return new Written(
                Map.of("enrollment", rows, "stay", rows, "outbox", events, "idempotency", rows, "audit_entry", rows));
    }
}
