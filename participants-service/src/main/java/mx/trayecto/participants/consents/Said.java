package mx.trayecto.participants.consents;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.platform.storage.Sql;

/** What was said under some records until now, so that a word that is told again is not written down again. */
public final class Said {
    private record Word(UUID record, String purpose, boolean granted, String noticeVersion, Instant at) {}

    private final Set<Word> words;

    private Said(Set<Word> words) {
        this.words = words;
    }

    /** All that is in the log of these records; runs in the caller's transaction. */
    public static Said under(UUID tenant, Collection<UUID> records) {
        return new Said(new HashSet<>(Sql.get()
                .list(
                        "SELECT participant_id, purpose, granted, notice_version, given_at FROM consent"
                                + " WHERE tenant_id = ? AND participant_id = ANY (?)",
                        row -> new Word(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()),
                        tenant,
                        records)));
    }

    /**
     * Whether a word is one that she was already heard to say.
     *
     * @param hers her records
     * @param standing where she stands: an undated word is held against her latest
     */
    public boolean heard(Collection<UUID> hers, Consents standing, GiveConsent given) {
        return given.at() == null
                ? standing.repeats(given)
                : hers.stream()
                        .anyMatch(record -> words.contains(new Word(
                                record, given.purpose().name(), given.granted(), given.noticeVersion(), given.at())));
    }
}
