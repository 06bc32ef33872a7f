package mx.trayecto.participants.consents;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.hibernate.annotations.Immutable;

/** Where a person stands on each purpose: her latest word on it. */
@Immutable // so that Hibernate need not copy it to see whether it has changed
public record Consents(@JsonValue Map<Purpose, Latest> byPurpose) {
    /** Her latest word on a purpose. */
    public record Latest(boolean granted, Instant at, String noticeVersion) {
        /** The later of the two; of words of the same moment, which a file with days has many of, the withdrawal. */
        private Latest or(Latest added) {
            int order = added.at.compareTo(at);
            return order < 0 || order == 0 && added.granted && !granted ? this : added;
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Consents {
        byPurpose = Collections.unmodifiableMap(new TreeMap<>(byPurpose));
    }

    public static Consents none() {
        return new Consents(Map.of());
    }

    /** Where somebody stands who has just said all of this. */
    public static Consents of(List<GiveConsent> given) {
        Consents standing = none();
        Instant now = Instant.now();
        for (GiveConsent one : given) {
            standing = standing.with(one, now);
        }
        return standing;
    }

    /** After one more; a paper that arrives late does not undo a later word, nor a withdrawal of the same moment. */
    public Consents with(GiveConsent given, Instant now) {
        Latest latest = new Latest(given.granted(), given.at() == null ? now : given.at(), given.noticeVersion());
        Map<Purpose, Latest> all = new EnumMap<>(Purpose.class);
        all.putAll(byPurpose);
        all.merge(given.purpose(), latest, Latest::or);
        return new Consents(all);
    }

    /** After all that she said elsewhere: of each purpose the later word. */
    public Consents and(Consents other) {
        Map<Purpose, Latest> all = new EnumMap<>(Purpose.class);
        all.putAll(byPurpose);
        other.byPurpose.forEach((purpose, said) -> all.merge(purpose, said, Latest::or));
        return new Consents(all);
    }

    /** Whether an undated word is what she said last, told once more. */
    boolean repeats(GiveConsent given) {
        Latest latest = byPurpose.get(given.purpose());
        return latest != null
                && latest.granted() == given.granted()
                && latest.noticeVersion().equals(given.noticeVersion());
    }

    public boolean granted(Purpose purpose) {
        Latest latest = byPurpose.get(purpose);
        return latest != null && latest.granted();
    }

    /** The states that do not tell her age. */
    public Map<Purpose, Boolean> ageless() {
        Map<Purpose, Boolean> states = states();
        states.keySet().removeIf(Purpose::tellsAge);
        return states;
    }

    /** Granted or not, of the purposes she was ever asked about. */
    public Map<Purpose, Boolean> states() {
        Map<Purpose, Boolean> states = new EnumMap<>(Purpose.class);
        byPurpose.forEach((purpose, latest) -> states.put(purpose, latest.granted()));
        return states;
    }
}
