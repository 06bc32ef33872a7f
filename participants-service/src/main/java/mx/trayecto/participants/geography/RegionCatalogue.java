package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tasks.RowOutcome;

/**
 * Makes a grouping of municipalities into regions the one that holds. A region's code is made of its first name and stays
 * when the name changes: it is known by any name that it bore. Groupings of other names overlap with it freely.
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

    private record Staged(String municipality, String code, String name, String now) {
        /** Whether the file tells all names of the region, the earlier one and the one since. */
        boolean tellsNames() {
            return now != null && !now.isBlank();
        }
    }

    private record Membership(String region, String municipality) {}

    /** The names that the regions of a grouping bear, and those that they bore. */
    RegionNames known(String grouping) {
        return new RegionNames(
                grouping,
                sql.list(
                        "SELECT code, state, name FROM geography_region WHERE grouping = ?"
                                + " ORDER BY valid_until DESC NULLS FIRST, code",
                        row -> new RegionNames.Name(row.getString(1), row.getString(2), row.getString(3)),
                        grouping));
    }

    /** What a row would change. */
    RowOutcome becomes(Catalogue.Entry entry, RegionNames known) {
        Optional<Boolean> member = sql.first(
                "SELECT region = ? FROM geography_region_member m WHERE municipality = ? AND valid_until IS NULL"
                        + " AND EXISTS (SELECT FROM geography_region r WHERE r.code = m.region AND r.grouping = ?)"
                        + " ORDER BY 1 DESC",
                row -> row.getBoolean(1),
                known.code(entry.state(), entry.region(), entry.regionNow()),
                entry.code(),
                known.grouping());
        return member.map(same -> same ? RowOutcome.UNCHANGED : RowOutcome.UPDATED)
                .orElse(RowOutcome.CREATED);
    }

    /** @param renamed from when the new names hold; may be null where there are none */
    void load(UUID task, String grouping, LocalDate told, LocalDate renamed) {
        UUID tenant = validity.tenant();
        RegionNames known = known(grouping);
        List<Staged> staged = sql.list(
                "SELECT code, region, region_now FROM geography_staged WHERE tenant_id = ? AND task_id = ?",
                row -> new Staged(
                        row.getString(1),
                        known.code(row.getString(1).substring(0, 2), row.getString(2), row.getString(3)),
                        row.getString(2),
                        row.getString(3)),
                tenant,
                task);
        for (String state : staging.states(task)) {
            LocalDate from = validity.begin(Catalogue.REGIONS, grouping, state, told);
            List<Staged> here = staged.stream()
                    .filter(row -> row.municipality().startsWith(state))
                    .toList();
            members(here, grouping, state, from);
            Collection<Staged> regions = here.stream()
                    .collect(Collectors.toMap(Staged::code, row -> row, (one, other) -> one))
                    .values();
            end(regions, grouping, state, from);
            rename(regions.stream().filter(Staged::tellsNames).toList(), grouping, state, renamed);
            name(regions.stream().filter(region -> !region.tellsNames()).toList(), grouping, state, from);
        }
    }

    /** A region of which the file tells no more ends with its members; what began on the same day never was. */
    private void end(Collection<Staged> regions, String grouping, String state, LocalDate from) {
        String gone = " grouping = ? AND state = ? AND NOT code = ANY (?::text[])";
        Columns<Staged> told = Columns.of(regions).text(Staged::code);
        sql.execute("DELETE FROM geography_region WHERE" + gone + " AND valid_from >= ?", grouping, state, told, from);
        sql.execute(
                "UPDATE geography_region SET valid_until = ? WHERE" + gone
                        + " AND (valid_until IS NULL OR valid_until > ?)",
                from,
                grouping,
                state,
                told,
                from);
    }

    /** Where the file tells the names' whole history, they are written anew. */
    private void rename(List<Staged> told, String grouping, String state, LocalDate renamed) {
        Columns<Staged> regions =
                Columns.of(told).text(Staged::code).text(Staged::name).text(Staged::now);
        String each = " FROM unnest(?::text[], ?::text[], ?::text[]) AS r (code, name, now)";
        sql.execute("DELETE FROM geography_region WHERE code IN (SELECT r.code" + each + ")", regions);
        sql.execute(
                "INSERT INTO geography_region (code, grouping, state, name, valid_from, valid_until)"
                        + " SELECT r.code, ?, ?, r.name, ?, CASE WHEN r.now <> r.name THEN ?::date END" + each,
                grouping,
                state,
                Validity.EVER,
                renamed,
                regions);
        sql.execute(
                "INSERT INTO geography_region (code, grouping, state, name, valid_from)"
                        + " SELECT r.code, ?, ?, r.now, ?::date" + each + " WHERE r.now <> r.name",
                grouping,
                state,
                renamed,
                regions);
    }

    /** Elsewhere a region keeps the names that it has; one that is new, or had ended, bears the file's. */
    private void name(List<Staged> told, String grouping, String state, LocalDate from) {
        sql.execute(
                "INSERT INTO geography_region (code, grouping, state, name, valid_from)"
                        + " SELECT r.code, ?, ?, r.name, coalesce((SELECT ?::date WHERE EXISTS"
                        + " (SELECT FROM geography_region g WHERE g.code = r.code)), ?)"
                        + " FROM unnest(?::text[], ?::text[]) AS r (code, name) WHERE NOT EXISTS"
                        + " (SELECT FROM geography_region g WHERE g.code = r.code AND g.valid_until IS NULL)",
                grouping,
                state,
                from,
                Validity.EVER,
                Columns.of(told).text(Staged::code).text(Staged::name));
    }

    private void members(List<Staged> here, String grouping, String state, LocalDate from) {
        Columns<Membership> told = Columns.of(here.stream()
                        .map(row -> new Membership(row.code(), row.municipality()))
                        .distinct() // told under the names of both times
                        .toList())
                .text(Membership::region)
                .text(Membership::municipality);
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
}
