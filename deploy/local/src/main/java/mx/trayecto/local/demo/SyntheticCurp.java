package mx.trayecto.local.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Computes the CURP of somebody who does not exist (Instructivo Normativo, DOF 18-06-2018), as a portal's form does. */
public final class SyntheticCurp {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private SyntheticCurp() {}

    /**
     * A valid CURP of a woman.
     *
     * @param state the two letters of her state of birth
     */
    public static String of(String givenName, String first, String second, LocalDate birth, String state) {
        String given = letters(givenName);
        String head = "" + initial(letters(first)) + vowel(letters(first)) + initial(letters(second)) + initial(given);
        String body = head
                + birth.format(DATE)
                + "M"
                + state
                + consonant(letters(first))
                + consonant(letters(second))
                + consonant(given)
                + (birth.getYear() < 2000 ? "0" : "A");
        return body + check(body);
    }

    private static String letters(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace('Ñ', 'X');
        return Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("[^A-Z]", "");
    }

    private static char initial(String name) {
        return name.charAt(0);
    }

    private static char vowel(String name) {
        return inner(name, "AEIOU", true);
    }

    private static char consonant(String name) {
        return inner(name, "AEIOU", false);
    }

    private static char inner(String name, String vowels, boolean wanted) {
        return (char) name.chars()
                .skip(1)
                .filter(c -> vowels.indexOf(c) >= 0 == wanted)
                .findFirst()
                .orElse('X');
    }

    private static int check(String body) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * (18 - i);
        }
        return (10 - sum % 10) % 10;
    }
}
