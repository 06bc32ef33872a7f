package mx.trayecto.participants.curp;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The letters that names give to a CURP: positions 1–4 and 14–16 (Instructivo Normativo, "Criterios de construcción" and
 * "Criterios de excepción").
 */
final class NameLetters {
    private static final Set<String> COMMON = Set.of("MARIA", "MA.", "MA", "M.", "M", "JOSE", "J.", "J");
    private static final Set<String> PARTICLES =
            Set.of(("DA DAS DE DEL DER DI DIE DD Y EL LA LOS LAS LE LES MAC MC VAN" + " VON").split(" "));
    private static final String VOWELS = "AEIOU";
    private static final char NONE = 'X';

    private NameLetters() {}

    /** The seven letters, in the order of the CURP: four that open it, three consonants. */
    static String of(String givenName, String firstSurname, String secondSurname) {
        String given = given(givenName);
        String first = surname(firstSurname);
        String second = surname(secondSurname);
        String opening = "" + initial(first) + vowel(first) + initial(second) + initial(given);
        return OffensiveWords.masked(opening) + consonant(first) + consonant(second) + consonant(given);
    }

    private static String given(String name) {
        List<String> words = words(name);
        if (words.size() > 1 && COMMON.contains(words.getFirst())) {
            words.removeFirst();
        }
        return firstOf(words);
    }

    private static String surname(String name) {
        return name == null ? "" : firstOf(words(name));
    }

    /** The first word that is no particle; of a name made of particles alone, the last. */
    private static String firstOf(List<String> words) {
        return words.stream()
                .filter(word -> !PARTICLES.contains(word))
                .findFirst()
                .orElse(words.isEmpty() ? "" : words.getLast());
    }

    private static List<String> words(String name) {
        // Ñ has a rule of its own and must survive the loss of accents; everything else is a plain letter or special
        String plain = Normalizer.normalize(
                        Normalizer.normalize(name, Normalizer.Form.NFC)
                                .toUpperCase(Locale.ROOT)
                                .replace('Ñ', '\u0001'),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u0001', 'Ñ');
        return new ArrayList<>(List.of(plain.strip().split("\\s+")));
    }

    private static char initial(String word) {
        return word.isEmpty() ? NONE : plain(word.charAt(0));
    }

    /** The first vowel after the initial; a special character met before it takes its place, as X. */
    private static char vowel(String word) {
        return inner(word, true);
    }

    /** The first consonant after the initial; Ñ and special characters count, as X. */
    private static char consonant(String word) {
        return inner(word, false);
    }

    private static char inner(String word, boolean vowel) {
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c == 'Ñ';
            if (!letter || VOWELS.indexOf(c) >= 0 == vowel) {
                return plain(c);
            }
        }
        return NONE;
    }

    private static char plain(char c) {
        return c >= 'A' && c <= 'Z' ? c : NONE;
    }
}
