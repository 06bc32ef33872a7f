package mx.trayecto.participants.finding;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared: capitals without marks, particles left out. */
public final class Words {
    private static final Set<String> PARTICLES = Set.of("DA", "DE", "DEL", "EL", "LA", "LAS", "LOS", "VAN", "VON", "Y");

    /** Marks of letters, and signs that part no words. */
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{M}'’´`.]");

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private Words() {}

    /** The words of a name; hyphens part words, apostrophes and dots do not. */
    public static List<String> of(String name) {
        String plain = LEFT_OUT.matcher(Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words =
                BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
        List<String> telling =
                words.stream().filter(word -> !PARTICLES.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    /** A phone number as digits with the country's code; ten digits are Mexican (Plan Nacional de Numeración, 2019). */
    public static String phone(String text) {
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        boolean national = digits.length() == 10 && !text.strip().startsWith("+");
        boolean formerMobile = digits.length() == 13 && digits.startsWith("521");
        return national ? "52" + digits : formerMobile ? "52" + digits.substring(3) : digits;
    }
}
