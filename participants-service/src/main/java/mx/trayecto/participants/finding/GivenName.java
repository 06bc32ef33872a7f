package mx.trayecto.participants.finding;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A given name as it is compared: María stands before half of all names, abbreviated or left out as it comes. */
final class GivenName {
    private static final Set<String> MARIA = Set.of("MARIA", "MA", "M", "Mª");

    /** As it is written. */
    private final List<String> written;
    /** The María among it written out. */
    private final List<String> words;
    /** The words that tell her from others. */
    private final List<String> telling;

    private final List<String> sounds;

    GivenName(String name) {
        written = Words.of(name);
        words = written.stream()
                .map(word -> MARIA.contains(word) ? "MARIA" : word)
                .toList();
        List<String> others =
                words.stream().filter(word -> !word.equals("MARIA")).toList();
        telling = others.isEmpty() ? words : others;
        sounds = telling.stream().map(Sound::of).toList();
    }

    /** How each of her telling words sounds, the first one first. */
    List<String> sounds() {
        return sounds;
    }

    /** How far another is the same. */
    Agreement with(GivenName other) {
        if (written.equals(other.written)) {
            return Agreement.SAME;
        }
        if (telling.equals(other.telling)) {
            return Agreement.MARIA;
        }
        if (sounds.equals(other.sounds)) {
            return Agreement.SOUND;
        }
        if (oneSlip(telling, other.telling) || oneSlip(words, other.words)) {
            return Agreement.SPELLING;
        }
        if (!Collections.disjoint(sounds, other.sounds)) {
            return Agreement.PART;
        }
        return onlyMaria() && other.words.contains("MARIA") || other.onlyMaria() && words.contains("MARIA")
                ? Agreement.UNTOLD
                : Agreement.NONE;
    }

    /** Of the hand: a space may have slipped, too. */
    private static boolean oneSlip(List<String> one, List<String> other) {
        String written = String.join("", one);
        String otherwise = String.join("", other);
        return written.equals(otherwise) || Spelling.oneSlip(written, otherwise);
    }

    private boolean onlyMaria() {
        return telling.equals(List.of("MARIA"));
    }

    /** From the same down to nothing in common; untold where one of them says María alone. */
    enum Agreement {
        SAME,
        MARIA,
        SOUND,
        SPELLING,
        PART,
        UNTOLD,
        NONE
    }
}
