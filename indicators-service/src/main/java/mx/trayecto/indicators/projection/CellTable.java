package mx.trayecto.indicators.projection;

import java.util.Collection;
import java.util.Map;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** The cells of the declared tables. A cell without facts is removed, so that what is not there is a counted zero. */
final class CellTable {
    private static final String ADD = "INSERT INTO cell AS c (tenant_id, counted, program, agreement, dimension, value,"
            + " grain, starts_on, facts, enrollments, members, quantity, at_least, about, at_most)"
            + " SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],"
            + " ?::date[], ?::bigint[], ?::bigint[], ?::bigint[], ?::numeric[], ?::bigint[], ?::bigint[], ?::bigint[])"
            + " ON CONFLICT (tenant_id, counted, program, agreement, dimension, grain, starts_on, value)"
            + " DO UPDATE SET facts = c.facts + EXCLUDED.facts, enrollments = c.enrollments + EXCLUDED.enrollments,"
            + " members = c.members + EXCLUDED.members, quantity = c.quantity + EXCLUDED.quantity,"
            + " at_least = c.at_least + EXCLUDED.at_least, about = c.about + EXCLUDED.about,"
            + " at_most = c.at_most + EXCLUDED.at_most";

    private static final String REMOVE_EMPTY = "DELETE FROM cell c USING unnest(?::uuid[], ?::text[], ?::uuid[],"
            + " ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[])"
            + " AS k (tenant_id, counted, program, agreement, dimension, value, grain, starts_on)"
            + " WHERE c.tenant_id = k.tenant_id AND c.counted = k.counted AND c.program = k.program"
            + " AND c.agreement = k.agreement AND c.dimension = k.dimension AND c.value = k.value"
            + " AND c.grain = k.grain AND c.starts_on = k.starts_on AND c.facts = 0";

    private final Pipeline database;

    CellTable(Pipeline database) {
        this.database = database;
    }

    void add(Map<CellKey, Tally> differences) {
        differences.values().removeIf(Tally::nothing);
        if (differences.isEmpty()) {
            return;
        }
        database.write(
                ADD,
                key(differences.keySet())
                        .count(key -> differences.get(key).facts)
                        .count(key -> differences.get(key).enrollments)
                        .count(key -> differences.get(key).members)
                        .number(key -> differences.get(key).quantity)
                        .count(key -> differences.get(key).atLeast)
                        .count(key -> differences.get(key).about)
                        .count(key -> differences.get(key).atMost));
        removeEmpty(differences.keySet().stream()
                .filter(key -> differences.get(key).lowers())
                .toList());
    }

    private void removeEmpty(Collection<CellKey> lowered) {
        if (!lowered.isEmpty()) {
            database.write(REMOVE_EMPTY, key(lowered));
        }
    }

    private static Columns<CellKey> key(Collection<CellKey> keys) {
        return Columns.of(keys)
                .uuid(CellKey::tenant)
                .text(CellKey::counted)
                .uuid(CellKey::program)
                .uuid(CellKey::agreement)
                .text(key -> key.dimension().code())
                .text(CellKey::value)
                .text(key -> key.grain().code())
                .date(CellKey::startsOn);
    }
}
