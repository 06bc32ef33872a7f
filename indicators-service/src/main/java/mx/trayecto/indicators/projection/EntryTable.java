package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.indicators.fact.Place;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** Cohorts, centres, programmes, agreements and organizations as their last snapshots tell. */
final class EntryTable {
    private static final String UPSERT = "INSERT INTO catalogue AS c"
            + " (tenant_id, kind, id, code, title, program, center, agreement, starts_on, ends_on, municipality)"
            + " SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::jsonb[], ?::uuid[], ?::uuid[],"
            + " ?::uuid[], ?::date[], ?::date[], ?::text[]) ON CONFLICT (tenant_id, kind, id) DO UPDATE SET"
            + " code = EXCLUDED.code, title = EXCLUDED.title, program = EXCLUDED.program, center = EXCLUDED.center,"
            + " agreement = EXCLUDED.agreement, starts_on = EXCLUDED.starts_on, ends_on = EXCLUDED.ends_on,"
            + " municipality = EXCLUDED.municipality";

    private static final String DELETE = "DELETE FROM catalogue c USING unnest(?::uuid[], ?::text[], ?::uuid[])"
            + " AS k (tenant_id, kind, id) WHERE c.tenant_id = k.tenant_id AND c.kind = k.kind AND c.id = k.id";

    private static final String COHORTS = "SELECT c.tenant_id, c.id, c.program, c.center, c.agreement"
            + " FROM catalogue c JOIN unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, id) USING (tenant_id, id)"
            + " WHERE c.kind = 'cohort'";

    private final Pipeline database;

    EntryTable(Pipeline database) {
        this.database = database;
    }

    /** Takes entries over; tells the cohorts among them that now belong elsewhere. */
    Set<TenantId> take(Collection<Entry> entries) throws SQLException {
        Set<TenantId> cohorts = new HashSet<>();
        entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.COHORT)
                .forEach(entry -> cohorts.add(new TenantId(entry.tenant(), entry.id())));
        Pipeline.Answer<Map.Entry<TenantId, Place>> told = cohorts(cohorts);
        write(entries.stream().filter(entry -> entry.code() != null).toList());
        remove(entries.stream().filter(entry -> entry.code() == null).toList());
        Map<TenantId, Place> after = TenantId.map(cohorts(cohorts));
        Map<TenantId, Place> before = TenantId.map(told);
        cohorts.removeIf(cohort -> Objects.equals(before.get(cohort), after.get(cohort)));
        return cohorts;
    }

    /** Where cohorts belong, as far as they are known. */
    Pipeline.Answer<Map.Entry<TenantId, Place>> cohorts(Collection<TenantId> ids) {
        return database.ask(
                COHORTS,
                row -> {
                    UUID cohort = row.getObject(2, UUID.class);
                    return Map.entry(
                            new TenantId(row.getObject(1, UUID.class), cohort),
                            new Place(
                                    row.getObject(3, UUID.class),
                                    cohort,
                                    row.getObject(4, UUID.class),
                                    row.getObject(5, UUID.class)));
                },
                TenantId.columns(ids));
    }

    private void write(Collection<Entry> entries) {
        database.write(
                UPSERT,
                Columns.of(entries)
                        .uuid(Entry::tenant)
                        .text(entry -> entry.kind().code())
                        .uuid(Entry::id)
                        .text(Entry::code)
                        .text(Entry::title)
                        .uuid(entry -> entry.place().program())
                        .uuid(entry -> entry.place().center())
                        .uuid(entry -> entry.place().agreement())
                        .date(Entry::startsOn)
                        .date(Entry::endsOn)
                        .text(Entry::municipality));
    }

    private void remove(Collection<Entry> entries) {
        database.write(
                DELETE,
                Columns.of(entries)
                        .uuid(Entry::tenant)
                        .text(entry -> entry.kind().code())
                        .uuid(Entry::id));
    }
}
