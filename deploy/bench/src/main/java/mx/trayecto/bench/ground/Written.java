package mx.trayecto.bench.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import mx.trayecto.bench.load.Burst;
import mx.trayecto.proof.ProofFailure;

/** How many rows of each kind enrolments have left in a database: one of each for every one that was acknowledged. */
public record Written(Map<String, Long> rows) {
    /** Two events each: applied, and enrolled. */
    private static final int EVENTS = 2;

    public static Written in(Database programs) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of("enrollment", "stay", "outbox", "idempotency", "audit_entry")) {
            rows.put(table, programs.number("SELECT count(*) FROM " + table));
        }
        return new Written(rows);
    }

    /** Lets enrolments be made, and counts what they have left behind. */
    public static Burst checked(Database programs, Supplier<Burst> load) {
        Written before = in(programs);
        Burst burst = load.get();
        in(programs).requireSince(before, burst.acknowledged(), programs.name());
        return burst;
    }

    /** @throws ProofFailure where the rows written since are not those that were acknowledged */
    public void requireSince(Written before, long acknowledged, String where) {
        rows.forEach((table, count) -> {
            long expected = table.equals("outbox") ? EVENTS * acknowledged : acknowledged;
            long found = count - before.rows.get(table);
            if (found != expected) {
                throw new ProofFailure("%s: %d rows in %s for %d acknowledged enrolments, not %d"
                        .formatted(where, found, table, acknowledged, expected));
            }
        });
    }
}
