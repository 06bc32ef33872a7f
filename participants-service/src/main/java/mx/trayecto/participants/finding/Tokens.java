package mx.trayecto.participants.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.crypto.BlindIndex;
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
     * Replaces everything a person is found by.
     *
     * @param names her given names and surnames; empty makes her not to be found
     * @param phone may be null
     */
    public void replace(UUID participant, List<String> names, String phone) {
        Map<String, byte[]> tokens = new HashMap<>();
        names.stream()
                .flatMap(name -> Words.of(name).stream())
                .forEach(word -> all(word).forEach((key, token) -> tokens.put(key, token)));
        if (phone != null) {
            tokens.put("phone", phone(phone));
        }
        UUID tenant = actor.get().tenant();
        sql.execute(
                new Sql.Write(
                        "DELETE FROM search_token WHERE tenant_id = ? AND participant_id = ?", tenant, participant),
                new Sql.Write(
                        "INSERT INTO search_token (tenant_id, token, participant_id)"
                                + " SELECT ?, token, ? FROM unnest(?::bytea[]) AS t (token) ON CONFLICT DO NOTHING",
                        tenant,
                        participant,
                        tokens.values().toArray(byte[][]::new)));
    }

    /** Tokens any of which a person must have for this word to be in her name: written so, sounding so, beginning so. */
    public Collection<byte[]> anyOf(String word) {
        return all(word).values();
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
        Map<String, byte[]> tokens = new HashMap<>();
        tokens.put("word " + word, index.token("name", word));
        tokens.put("sound " + Sound.of(word), index.token("name-sound", Sound.of(word)));
        if (word.length() >= PREFIX) {
            String prefix = word.substring(0, PREFIX);
            tokens.put("prefix " + prefix, index.token("name-prefix", prefix));
        }
        return tokens;
    }
}
