package mx.trayecto.participants.duplicates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Lookups;
import mx.trayecto.participants.finding.Resemblance;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.TenantEntity;

/**
 * Writes down which pairs were found. An open one is brought up to date, and taken out where the records are no longer
 * alike; a confirmed one stays; a dismissed one stays too, until a name, a birth date or a CURP of the two has become
 * another: then it is open again.
 */
@ApplicationScoped
class Candidates {
    private static final String FOUND = """
            INSERT INTO duplicate AS d
              (tenant_id, id, version, created_at, one_id, other_id, score, traits, telling, status)
            SELECT ?, f.id, 0, now(), f.one_id, f.other_id, f.score, string_to_array(f.traits, ','), f.telling, 'OPEN'
              FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::numeric[], ?::text[], ?::bytea[])
                AS f (id, one_id, other_id, score, traits, telling)
            ON CONFLICT (tenant_id, one_id, other_id) DO UPDATE
               SET version = d.version + 1, score = EXCLUDED.score, traits = EXCLUDED.traits,
                   telling = EXCLUDED.telling, status = 'OPEN', reason = NULL, decided_at = NULL
             WHERE d.status = 'OPEN'
               AND (d.score, d.traits, d.telling) IS DISTINCT FROM (EXCLUDED.score, EXCLUDED.traits, EXCLUDED.telling)
                OR d.status = 'DISMISSED' AND d.telling <> EXCLUDED.telling""";

    private static final String NO_MORE = """
            DELETE FROM duplicate d
             WHERE d.tenant_id = ? AND d.status = 'OPEN' AND (d.one_id = ANY (?) OR d.other_id = ANY (?))
               AND NOT EXISTS (SELECT FROM unnest(?::uuid[], ?::uuid[]) AS f (one_id, other_id)
                                WHERE f.one_id = d.one_id AND f.other_id = d.other_id)""";

    /** Of those found by a record that was merged since, which had been dismissed under that record. */
    private static final String DISMISSED_BEFORE = """
            SELECT d.one_id, d.other_id
              FROM unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS f (one_id, other_id, telling)
              JOIN duplicate d USING (one_id, other_id, telling)
             WHERE d.tenant_id = ? AND d.status = 'DISMISSED'""";

    /** That two records are of one woman, or of two, as a merge or its reversal says; open pairs of hers lapse. */
    private static final String SAID = """
            INSERT INTO duplicate AS d
              (tenant_id, id, version, created_at, one_id, other_id, score, traits, telling, status, reason, decided_at)
            VALUES (?, ?, 0, now(), ?, ?, ?, string_to_array(?, ','), ?, ?, ?, now())
            ON CONFLICT (tenant_id, one_id, other_id) DO UPDATE
               SET version = d.version + 1, telling = EXCLUDED.telling, status = EXCLUDED.status,
                   reason = EXCLUDED.reason, decided_at = EXCLUDED.decided_at""";

    private static final String LAPSED = "DELETE FROM duplicate WHERE tenant_id = ? AND status = 'OPEN'"
            + " AND (one_id = ? OR other_id = ?) AND (one_id, other_id) <> (?, ?)";

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Lookups tokens;

    /**
     * Takes down what was found, in the caller's transaction.
     *
     * @param asked the records that were compared with all others
     * @param found every pair of theirs that may be of one woman
     */
    void settle(Collection<UUID> asked, Map<Pair, Found> found) {
        UUID tenant = actor.get().tenant();
        List<Found> all = List.copyOf(found.values());
        Columns<Pair> pairs = Columns.of(found.keySet()).uuid(Pair::one).uuid(Pair::other);
        sql.execute(
                new Sql.Write(NO_MORE, tenant, asked, asked, pairs),
                new Sql.Write(
                        FOUND,
                        tenant,
                        Columns.of(all)
                                .uuid(f -> TenantEntity.newId())
                                .uuid(f -> f.women().one())
                                .uuid(f -> f.women().other())
                                .number(f -> score(f.resemblance()))
                                .text(f -> traits(f.resemblance())),
                        tokens(all)));
    }

    /** Which of these were dismissed under records that others stand for since. */
    Predicate<Found> dismissedBeforeMerges(Collection<Found> found) {
        List<Found> byOthers = found.stream().filter(Found::byAnother).toList();
        if (byOthers.isEmpty()) {
            return pair -> false;
        }
        Set<Pair> dismissed = new HashSet<>(sql.list(
                DISMISSED_BEFORE,
                row -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                Columns.of(byOthers)
                        .uuid(f -> f.records().one())
                        .uuid(f -> f.records().other()),
                tokens(byOthers),
                actor.get().tenant()));
        return pair -> dismissed.contains(pair.records());
    }

    /**
     * Takes down what was said of a pair by acting on it.
     *
     * @param lapses the record whose open pairs are no longer asked about
     */
    void said(Found pair, DuplicateStatus status, DismissalReason reason, UUID lapses) {
        UUID tenant = actor.get().tenant();
        sql.execute(
                new Sql.Write(
                        LAPSED,
                        tenant,
                        lapses,
                        lapses,
                        pair.women().one(),
                        pair.women().other()),
                new Sql.Write(
                        SAID,
                        tenant,
                        TenantEntity.newId(),
                        pair.women().one(),
                        pair.women().other(),
                        score(pair.resemblance()),
                        traits(pair.resemblance()),
                        tokens.token(pair.telling()),
                        status.name(),
                        reason == null ? null : reason.name()));
    }

    private byte[][] tokens(List<Found> found) {
        return found.stream().map(f -> tokens.token(f.telling())).toArray(byte[][]::new);
    }

    private static String traits(Resemblance resemblance) {
        return resemblance.traits().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static BigDecimal score(Resemblance resemblance) {
        return BigDecimal.valueOf(resemblance.score()).setScale(2, RoundingMode.HALF_UP);
    }
}
