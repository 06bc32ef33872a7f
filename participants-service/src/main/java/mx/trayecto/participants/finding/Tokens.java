package mx.trayecto.participants.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.crypto.BlindIndex;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * The blind tokens that people are found by: nothing in the table can be read, only compared with what is looked for.
 * Every call runs in the caller's transaction.
 */
@ApplicationScoped
public class Tokens {
    private static final int PREFIX = 3;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    BlindIndex index;

    /** The token by which one tenant knows that two CURPs are the same. */
    public byte[] curp(String normalised) {
        return index.token("curp", normalised);
    }

    /**
     * What somebody is found by.
     *
     * @param names her given names and surnames; empty makes her not to be found
     * @param phone may be null
     */
    public record Found(UUID participant, List<String> names, String phone) {}

    private record Row(UUID participant, byte[] token) {}

    /** Replaces everything a person is found by, as {@link Found} has it. */
    public void replace(UUID participant, List<String> names, String phone) {
        sql.execute(
                new Sql.Write(
                        "DELETE FROM search_token WHERE tenant_id = ? AND participant_id = ?",
                        actor.get().tenant(),
                        participant),
                insert(List.of(new Found(participant, names, phone)), " ON CONFLICT DO NOTHING"));
    }

    /** Adds what people are found by of whom nothing is there yet; it is sent with the transaction's next statement. */
    public void add(Collection<Found> people) {
        Sql.Write insert = insert(people, ""); // to look for conflicts would be half as dear again
        sql.later(pipeline -> pipeline.write(insert.statement(), insert.values()));
    }

    private Sql.Write insert(Collection<Found> people, String onConflict) {
        Map<String, Map<String, byte[]>> words = new HashMap<>(); // names are shared by many
        List<Row> rows = new ArrayList<>();
        for (Found person : people) {
            Map<String, byte[]> tokens = new HashMap<>();
            person.names().stream()
                    .flatMap(name -> Words.of(name).stream())
                    .forEach(word -> tokens.putAll(words.computeIfAbsent(word, this::all)));
            if (person.phone() != null) {
                tokens.put("phone", phone(person.phone()));
            }
            tokens.values().forEach(token -> rows.add(new Row(person.participant(), token)));
        }
        return new Sql.Write(
                "INSERT INTO search_token (tenant_id, token, participant_id) SELECT ?, t.token, t.participant_id"
                        + " FROM unnest(?::uuid[], ?::bytea[]) AS t (participant_id, token)" + onConflict,
                actor.get().tenant(),
                Columns.of(rows).uuid(Row::participant).bytes(Row::token));
    }

    /** Tokens any of which a person must have for this word to be in her name: written so, sounding so, beginning so. */
    public Collection<byte[]> anyOf(String word) {
        return all(word).values();
    }

    /** The same for the whole word: written so, or sounding so. */
    public Collection<byte[]> whole(String word) {
        return wholly(word).values();
    }

    public byte[] phone(String phone) {
        return index.token("phone", Words.phone(phone));
    }

    /** Whether a name has this word: written so, sounding so, or beginning so. */
    public static boolean has(List<String> nameWords, String word) {
        return nameWords.stream()
                .anyMatch(mine ->
                        Sound.of(mine).equals(Sound.of(word)) || word.length() >= PREFIX && mine.startsWith(word));
    }

    private Map<String, byte[]> all(String word) {
        Map<String, byte[]> tokens = wholly(word);
        if (word.length() >= PREFIX) {
            String prefix = word.substring(0, PREFIX);
            tokens.put("prefix " + prefix, index.token("name-prefix", prefix));
        }
        return tokens;
    }

    private Map<String, byte[]> wholly(String word) {
        Map<String, byte[]> tokens = new HashMap<>();
        tokens.put("word " + word, index.token("name", word));
        tokens.put("sound " + Sound.of(word), index.token("name-sound", Sound.of(word)));
        return tokens;
    }
}
