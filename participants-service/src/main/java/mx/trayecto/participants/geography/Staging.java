package mx.trayecto.participants.geography;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Words;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The rows of a catalogue until all of them are there. Every call runs in the caller's transaction. */
@ApplicationScoped
class Staging {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** What a file may tell of once. */
    record Key(String code, String region) {
        static Key of(Catalogue.Entry entry) {
            return new Key(entry.code(), entry.region() == null ? "" : entry.region());
        }

        @Override
        public String toString() {
            return region.isEmpty() ? code : code + " " + region;
        }
    }

    /**
     * Sets rows aside.
     *
     * @return those of which no earlier row of the file told
     */
    Set<Key> add(UUID task, Collection<Catalogue.Entry> entries) {
        return Set.copyOf(sql.list(
                "INSERT INTO geography_staged (tenant_id, task_id, code, name, plain, region, region_now)"
                        + " SELECT ?, ?, e.code, e.name, e.plain, coalesce(e.region, ''), e.region_now"
                        + " FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                        + " AS e (code, name, plain, region, region_now) ON CONFLICT DO NOTHING RETURNING code, region",
                row -> new Key(row.getString(1), row.getString(2)),
                actor.get().tenant(),
                task,
                Columns.of(entries)
                        .text(Catalogue.Entry::code)
                        .text(Catalogue.Entry::name)
                        .text(entry -> String.join(" ", Words.of(entry.name())))
                        .text(Catalogue.Entry::region)
                        .text(Catalogue.Entry::regionNow)));
    }

    /** Whether a file that was only tried told of something twice: nothing of it was kept aside, but what became of it. */
    boolean repeated(UUID task) {
        return sql.first(
                        "SELECT FROM task_result WHERE tenant_id = ? AND task_id = ?"
                                + " GROUP BY external_id HAVING count(*) > 1 LIMIT 1",
                        row -> true,
                        actor.get().tenant(),
                        task)
                .isPresent();
    }

    /** The states that a catalogue tells of. */
    List<String> states(UUID task) {
        return sql.list(
                "SELECT DISTINCT left(code, 2) FROM geography_staged WHERE tenant_id = ? AND task_id = ? ORDER BY 1",
                row -> row.getString(1),
                actor.get().tenant(),
                task);
    }

    void clear(UUID task) {
        sql.execute(
                "DELETE FROM geography_staged WHERE tenant_id = ? AND task_id = ?",
                actor.get().tenant(),
                task);
    }
}
