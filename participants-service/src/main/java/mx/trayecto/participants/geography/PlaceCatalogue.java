package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;

/**
 * Makes a catalogue of municipalities or localities the one that holds: what is gone ends the day before, what is renamed
 * goes on under its new name, and old names keep their time. A file tells of whole states; others stay as they are.
 */
@ApplicationScoped
class PlaceCatalogue {
    /** What holds of a state at one level. */
    private static final String NOW = " valid_until IS NULL AND left(p.code, 2) = ? AND length(p.code) = ?";

    private static final String STAGED =
            "SELECT FROM geography_staged s WHERE s.tenant_id = ? AND s.task_id = ?" + " AND s.code = p.code";

    @Inject
    Sql sql;

    @Inject
    Staging staging;

    @Inject
    Validity validity;

    /** The names that places bear now, by their codes. */
    Map<String, String> names(List<Catalogue.Entry> entries) {
        Map<String, String> names = new HashMap<>();
        sql.list(
                "SELECT code, name FROM geography_place WHERE code = ANY (?::text[]) AND valid_until IS NULL",
                row -> names.put(row.getString(1), row.getString(2)),
                Columns.of(entries).text(Catalogue.Entry::code));
        return names;
    }

    void load(UUID task, Catalogue kind, LocalDate told) {
        UUID tenant = validity.tenant();
        int length = kind == Catalogue.LOCALITIES ? 9 : 5;
        for (String state : staging.states(task)) {
            LocalDate from = validity.begin(kind, null, state, told);
            int before = validity.count("SELECT count(*) FROM geography_place p WHERE" + NOW, state, length);
            int gone = validity.count(
                    "SELECT count(*) FROM geography_place p WHERE" + NOW + " AND NOT EXISTS (" + STAGED + ")",
                    state,
                    length,
                    tenant,
                    task);
            validity.guard(state, before, gone);
            end(tenant, task, state, length, from);
            sql.execute(
                    "INSERT INTO geography_place (code, name, plain, valid_from)"
                            + " SELECT s.code, s.name, s.plain, ? FROM geography_staged s"
                            + " WHERE s.tenant_id = ? AND s.task_id = ? AND left(s.code, 2) = ? AND NOT EXISTS"
                            + " (SELECT FROM geography_place p WHERE p.code = s.code AND p.valid_until IS NULL)",
                    from,
                    tenant,
                    task,
                    state);
        }
    }

    /** Ends what is gone or bears another name; what began on the same day never was. */
    private void end(UUID tenant, UUID task, String state, int length, LocalDate from) {
        String ended = NOW + " AND NOT EXISTS (" + STAGED + " AND s.name = p.name)";
        sql.execute(
                "DELETE FROM geography_place p WHERE" + ended + " AND valid_from >= ?",
                state,
                length,
                tenant,
                task,
                from);
        sql.execute("UPDATE geography_place p SET valid_until = ? WHERE" + ended, from, state, length, tenant, task);
    }
}
