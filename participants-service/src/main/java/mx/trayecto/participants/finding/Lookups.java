package mx.trayecto.participants.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.crypto.BlindIndex;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Which records have anything telling in common, by blind tokens: each is one of {@link Likeness#keys}, looked up by
 * equality, so that a look costs the same however many are registered. Protected records are among them; that something
 * was found is for nobody but the queue. Every call runs in the caller's transaction, of an actor who sees the whole
 * tenant.
 */
@ApplicationScoped
public class Lookups {
    /** A token that more records have, such as that of a shelter's phone, tells nobody apart by itself. */
    private static final int TELLING = 200;

    /** Of a token that more records have than this they are not read: what stands for not known is everybody's. */
    private static final int READ = 1_000;

    /**
     * Who has a telling token in common with a record, or several others; those with the most in common first. Beyond the
     * most that are wanted one more is given, to know that there are more.
     */
    private static final String ALIKE = """
            WITH mine AS MATERIALIZED (
              SELECT t.participant_id AS asked, t.token FROM duplicate_token t
               WHERE t.tenant_id = ? AND t.participant_id = ANY (?)
            ), held AS MATERIALIZED (
              SELECT k.token, (SELECT array_agg(h.participant_id)
                                 FROM (SELECT s.participant_id FROM duplicate_token s
                                        WHERE s.tenant_id = ? AND s.token = k.token LIMIT %1$d + 1) AS h) AS holders
                FROM (SELECT DISTINCT token FROM mine) AS k
            ), shared AS (
              SELECT m.asked, o.other, count(*) AS many, bool_or(cardinality(h.holders) <= %2$d) AS telling
                FROM mine m JOIN held h USING (token) CROSS JOIN LATERAL unnest(h.holders) AS o (other)
               WHERE o.other <> m.asked AND cardinality(h.holders) <= %1$d
               GROUP BY 1, 2
            ), crowded AS MATERIALIZED (
              SELECT m.asked, m.token FROM mine m JOIN held h USING (token) WHERE cardinality(h.holders) > %1$d
            ), ranked AS (
              SELECT asked, other, row_number() OVER (PARTITION BY asked ORDER BY many DESC, other) AS place
                FROM shared s
               WHERE telling OR many > 1 OR s.asked IN (SELECT asked FROM crowded) AND EXISTS (
                 SELECT FROM crowded c
                   JOIN duplicate_token x ON x.tenant_id = ? AND x.token = c.token AND x.participant_id = s.other
                  WHERE c.asked = s.asked)
            )
            SELECT asked, other, place FROM ranked WHERE place <= ?""".formatted(READ, TELLING);

    /** A record, and another that has something in common with it. */
    public record Pair(UUID asked, UUID other) {}

    /**
     * What a look found.
     *
     * @param more the records that have something in common with more others than were wanted: those with the least in
     *     common were left out
     */
    public record Alike(List<Pair> pairs, Set<UUID> more) {}

    private record Ranked(Pair pair, int place) {}

    private record Row(UUID participant, byte[] token) {}

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    BlindIndex index;

    /** A token for a text that has to be compared with a later one. */
    public byte[] token(String text) {
        return index.token("duplicate", text);
    }

    /**
     * Replaces what records are looked up by.
     *
     * @param asked all of them, those among them whose identity can no longer be read
     * @param readable what could be read of them
     */
    public void replace(Collection<UUID> asked, Collection<Likeness> readable) {
        List<Row> rows = readable.stream()
                .flatMap(likeness -> likeness.keys().stream().map(key -> new Row(likeness.participant, token(key))))
                .toList();
        UUID tenant = actor.get().tenant();
        sql.execute(
                new Sql.Write(
                        "DELETE FROM duplicate_token WHERE tenant_id = ? AND participant_id = ANY (?)", tenant, asked),
                new Sql.Write(
                        "INSERT INTO duplicate_token (tenant_id, token, participant_id)"
                                + " SELECT ?, k.token, k.participant_id"
                                + " FROM unnest(?::uuid[], ?::bytea[]) AS k (participant_id, token)",
                        tenant,
                        rows.stream().map(Row::participant).toList(),
                        rows.stream().map(Row::token).toArray(byte[][]::new)));
    }

    /**
     * The records, each with the others that have something in common with it: a token that few have, or any two.
     *
     * @param most others of each record
     */
    public Alike alike(Collection<UUID> asked, int most) {
        UUID tenant = actor.get().tenant();
        List<Pair> pairs = new ArrayList<>();
        Set<UUID> more = new HashSet<>();
        sql.list(ALIKE, Lookups::ranked, tenant, asked, tenant, tenant, most + 1)
                .forEach(found -> {
                    if (found.place() > most) {
                        more.add(found.pair().asked());
                    } else {
                        pairs.add(found.pair());
                    }
                });
        return new Alike(pairs, more);
    }

    private static Ranked ranked(ResultSet row) throws SQLException {
        return new Ranked(new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getInt(3));
    }
}
