package mx.trayecto.bench.ground;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.trayecto.proof.ProofFailure;

import static org.junit.jupiter.api.Assertions.assertThrows;

class WrittenTest {
    private static final Written BEFORE = written(10, 20, 10, 10);

    @Test
    void acceptsAsManyRowsAsWereAcknowledged() {
        written(15, 30, 15, 15).requireSince(BEFORE, 5, "here");
    }

    @Test
    void noticesAnyRowThatIsMissingOrTooMany() {
        for (String table : BEFORE.rows().keySet()) {
            for (long wrong : new long[] {-1, 1}) {
                Map<String, Long> rows = new HashMap<>(written(15, 30, 15, 15).rows());
                rows.merge(table, wrong, Long::sum);
                assertThrows(ProofFailure.class, () -> new Written(rows).requireSince(BEFORE, 5, "here"), table);
            }
        }
    }

    private static Written written(long enrollments, long events, long keys, long audited) {
        return new Written(
                Map.of("enrollment", enrollments, "outbox", events, "idempotency", keys, "audit_entry", audited));
    }
}
