package mx.trayecto.indicators.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Participants as their last snapshots tell, and whom each counts as after merges. Suppression empties a row and never
 * removes it: that it is a second record of somebody is no attribute of hers, and the figures need it for ever.
 */
final class People {
    private static final String UPSERT = "INSERT INTO person AS p"
            + " (tenant_id, participant, merged_into, canonical, birth_year, birth_month, attributes)"
            + " SELECT tenant_id, participant, merged_into, participant, birth_year, birth_month, attributes"
            + " FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::jsonb[])"
            + " AS k (tenant_id, participant, merged_into, birth_year, birth_month, attributes)"
            + " ON CONFLICT (tenant_id, participant) DO UPDATE SET merged_into = EXCLUDED.merged_into,"
            + " birth_year = EXCLUDED.birth_year, birth_month = EXCLUDED.birth_month,"
            + " attributes = EXCLUDED.attributes"
            + " WHERE (p.merged_into, p.birth_year, p.birth_month, p.attributes) IS DISTINCT FROM"
            + " (EXCLUDED.merged_into, EXCLUDED.birth_year, EXCLUDED.birth_month, EXCLUDED.attributes)"
            + " RETURNING tenant_id, participant";

    /** Who was never described, or told to be merged, needs no row: she is herself and nothing is stated of her. */
    private static final String EMPTY = "UPDATE person p SET birth_year = NULL, birth_month = NULL, attributes = '{}'"
            + " FROM unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, participant)"
            + " WHERE p.tenant_id = k.tenant_id AND p.participant = k.participant"
            + " AND (p.birth_year IS NOT NULL OR p.birth_month IS NOT NULL OR p.attributes <> '{}')"
            + " RETURNING p.tenant_id, p.participant";

    private static final String BELOW = "WITH RECURSIVE below (tenant_id, participant) AS ("
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[]) UNION SELECT p.tenant_id, p.participant"
            + " FROM below b JOIN person p ON p.tenant_id = b.tenant_id AND p.merged_into = b.participant)"
            + " SELECT tenant_id, participant FROM below";

    private static final String ABOVE = "WITH RECURSIVE above (tenant_id, participant, merged_into) AS ("
            + " SELECT p.tenant_id, p.participant, p.merged_into"
            + " FROM person p JOIN unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, participant)"
            + " USING (tenant_id, participant) UNION SELECT p.tenant_id, p.participant, p.merged_into"
            + " FROM above a JOIN person p ON p.tenant_id = a.tenant_id AND p.participant = a.merged_into)"
            + " SELECT tenant_id, participant, merged_into FROM above WHERE merged_into IS NOT NULL";

    private static final String CANONICAL = "UPDATE person p SET canonical = k.canonical"
            + " FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS k (tenant_id, participant, canonical)"
            + " WHERE p.tenant_id = k.tenant_id AND p.participant = k.participant AND p.canonical <> k.canonical";

    private static final String SELECT = "SELECT k.tenant_id, k.participant, coalesce(p.canonical, k.participant),"
            + " c.birth_year, c.birth_month, c.attributes"
            + " FROM unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, participant)"
            + " LEFT JOIN person p ON p.tenant_id = k.tenant_id AND p.participant = k.participant"
            + " LEFT JOIN person c ON c.tenant_id = k.tenant_id AND c.participant = coalesce(p.canonical, k.participant)";

    private final Pipeline database;

    People(Pipeline database) {
        this.database = database;
    }

    /** Takes snapshots over; tells the participants whose facts may count differently now. */
    Set<TenantId> take(Collection<Snapshot> snapshots) throws SQLException {
        Set<TenantId> changed = new HashSet<>();
        List<Snapshot> told =
                snapshots.stream().filter(s -> s.attributes() != null).toList();
        Pipeline.Answer<TenantId> described = database.ask(
                UPSERT,
                People::id,
                Columns.of(told)
                        .uuid(Snapshot::tenant)
                        .uuid(Snapshot::participant)
                        .uuid(Snapshot::mergedInto)
                        .count(Snapshot::birthYear)
                        .count(Snapshot::birthMonth)
                        .text(Snapshot::attributes));
        Pipeline.Answer<TenantId> emptied = database.ask(
                EMPTY,
                People::id,
                TenantId.columns(snapshots.stream()
                        .filter(s -> s.attributes() == null)
                        .map(s -> new TenantId(s.tenant(), s.participant()))
                        .toList()));
        changed.addAll(described.rows());
        changed.addAll(emptied.rows());
        return changed.isEmpty() ? changed : follow(changed);
    }

    /** Works out anew whom the changed participants, and all merged into them, count as. */
    private Set<TenantId> follow(Set<TenantId> changed) throws SQLException {
        Set<TenantId> below = new HashSet<>(
                database.ask(BELOW, People::id, TenantId.columns(changed)).rows());
        Map<TenantId, UUID> mergedInto = TenantId.map(
                database.ask(ABOVE, row -> Map.entry(id(row), row.getObject(3, UUID.class)), TenantId.columns(below)));
        database.write(CANONICAL, TenantId.columns(below).uuid(id -> Merges.canonical(id, mergedInto)));
        return below;
    }

    Pipeline.Answer<Map.Entry<TenantId, Person>> of(Collection<TenantId> participants) {
        return database.ask(
                SELECT,
                row -> Map.entry(
                        id(row),
                        new Person(
                                row.getObject(3, UUID.class),
                                row.getObject(4, Integer.class),
                                row.getObject(5, Integer.class),
                                row.getString(6))),
                TenantId.columns(participants));
    }

    private static TenantId id(ResultSet row) throws SQLException {
        return new TenantId(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }
}
