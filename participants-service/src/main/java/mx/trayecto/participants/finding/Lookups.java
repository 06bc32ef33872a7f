package mx.trayecto.participants.finding;

import java.util.Collection;
import java.util.List;
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
    /** Others looked at for one token: what is shared by more, such as a shelter's phone, tells nobody apart. */
    private static final int MOST = 200;

    private static final String ALIKE = """
            SELECT DISTINCT t.participant_id, o.participant_id
              FROM duplicate_token t
             CROSS JOIN LATERAL (
               SELECT s.participant_id FROM duplicate_token s
                WHERE s.tenant_id = t.tenant_id AND s.token = t.token LIMIT %d) o
             WHERE t.tenant_id = ? AND t.participant_id = ANY (?) AND o.participant_id <> t.participant_id""".formatted(MOST);

    /** A record, and another that has something in common with it. */
    public record Pair(UUID asked, UUID other) {}

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

    /** The records, each with every other that has something in common with it. */
    public List<Pair> alike(Collection<UUID> asked) {
        return sql.list(
                ALIKE,
                row -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                actor.get().tenant(),
                asked);
    }
}
