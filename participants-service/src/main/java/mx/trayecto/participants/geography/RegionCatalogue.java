package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Words;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tasks.RowOutcome;

/**
 * Makes a grouping of municipalities into regions the one that holds. A region's code is made of its first name and stays
 * when the name changes; groupings of other names overlap with it freely.
 */
@ApplicationScoped
class RegionCatalogue {
    /** The grouping that is meant where none is named. */
    static final String USUAL = "regions";

    @Inject
    Sql sql;

    @Inject
    Staging staging;

    @Inject
    Validity validity;

    private record Staged(String municipality, String code, String name, String now) {}

    /** What a row would change. */
    RowOutcome becomes(Catalogue.Entry entry, String grouping) {
        Optional<Boolean> member = sql.first(
                "SELECT region = ? FROM geography_region_member m WHERE municipality = ? AND valid_until IS NULL"
                        + " AND EXISTS (SELECT FROM geography_region r WHERE r.code = m.region AND r.grouping = ?)"
                        + " ORDER BY 1 DESC",
                row -> row.getBoolean(1),
                code(entry.state(), grouping, entry.region()),
                entry.code(),
                grouping);
        return member.map(same -> same ? RowOutcome.UNCHANGED : RowOutcome.UPDATED)
                .orElse(RowOutcome.CREATED);
    }

    /** @param renamed from when the new names hold; may be null where there are none */
    void load(UUID task, String grouping, LocalDate told, LocalDate renamed) {
        UUID tenant = validity.tenant();
        List<Staged> staged = sql.list(
                "SELECT code, region, region_now FROM geography_staged WHERE tenant_id = ? AND task_id = ?",
                row -> new Staged(
                        row.getString(1),
                        code(row.getString(1).substring(0, 2), grouping, row.getString(2)),
                        row.getString(2),
                        row.getString(3)),
                tenant,
                task);
        for (String state : staging.states(task)) {
            LocalDate from = validity.begin(Catalogue.REGIONS, state, told);
            List<Staged> here = staged.stream()
                    .filter(row -> row.municipality().startsWith(state))
                    .toList();
            names(here, grouping, state, renamed);
            members(here, grouping, state, from);
        }
    }

    /** The file tells the names' whole history, so they are written anew. */
    private void names(List<Staged> here, String grouping, String state, LocalDate renamed) {
        Columns<Staged> regions = Columns.of(here.stream()
                        .collect(java.util.stream.Collectors.toMap(Staged::code, row -> row, (one, other) -> one))
                        .values())
                .text(Staged::code)
                .text(Staged::name)
                .text(Staged::now);
        String told = " FROM unnest(?::text[], ?::text[], ?::text[]) AS r (code, name, now)";
        sql.execute("DELETE FROM geography_region WHERE code IN (SELECT r.code" + told + ")", regions);
        sql.execute(
                "INSERT INTO geography_region (code, grouping, state, name, valid_from, valid_until)"
                        + " SELECT r.code, ?, ?, r.name, ?, CASE WHEN r.now <> r.name THEN ?::date END" + told,
                grouping,
                state,
                Validity.EVER,
                renamed,
                regions);
        sql.execute(
                "INSERT INTO geography_region (code, grouping, state, name, valid_from)"
                        + " SELECT r.code, ?, ?, r.now, ?::date" + told + " WHERE r.now <> r.name",
                grouping,
                state,
                renamed,
                regions);
    }

    private void members(List<Staged> here, String grouping, String state, LocalDate from) {
        Columns<Staged> told = Columns.of(here).text(Staged::code).text(Staged::municipality);
        String now = " m.valid_until IS NULL AND left(m.municipality, 2) = ? AND m.region IN"
                + " (SELECT r.code FROM geography_region r WHERE r.grouping = ?)";
        String gone = now + " AND (m.region, m.municipality) NOT IN"
                + " (SELECT t.region, t.municipality FROM unnest(?::text[], ?::text[]) AS t (region, municipality))";
        validity.guard(
                state,
                validity.count("SELECT count(*) FROM geography_region_member m WHERE" + now, state, grouping),
                validity.count("SELECT count(*) FROM geography_region_member m WHERE" + gone, state, grouping, told));
        sql.execute(
                "DELETE FROM geography_region_member m WHERE" + gone + " AND m.valid_from >= ?",
                state,
                grouping,
                told,
                from);
        sql.execute("UPDATE geography_region_member m SET valid_until = ? WHERE" + gone, from, state, grouping, told);
        sql.execute(
                "INSERT INTO geography_region_member (region, municipality, valid_from)"
                        + " SELECT t.region, t.municipality, ? FROM unnest(?::text[], ?::text[]) AS t (region, municipality)"
                        + " WHERE NOT EXISTS (SELECT FROM geography_region_member m WHERE m.region = t.region"
                        + " AND m.municipality = t.municipality AND m.valid_until IS NULL)",
                from,
                told);
    }

    private static String code(String state, String grouping, String name) {
        String slug = String.join("-", Words.of(name)).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
        return state + "-" + (grouping.equals(USUAL) ? "" : grouping + "-") + slug;
    }
}
