package mx.trayecto.participants.finding;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The sound of a name word in Mexican Spanish, so that Ximena finds Jimena and Velásquez finds Belázquez: letters that
 * sound alike are written alike, silent ones left out.
 */
final class Sound {
    private static final List<Map.Entry<Pattern, String>> RULES = List.of(
            rule("^X", "J"),
            rule("PH", "F"),
            rule("CH", "#"),
            rule("SH", "#"),
            rule("H", ""),
            rule("G(?=[EIY])", "J"),
            rule("GU(?=[EI])", "G"),
            rule("QU|Q|K", "C"),
            rule("C(?=[EIY])|Z|XC(?=[EI])", "S"),
            rule("X", "S"),
            rule("LL", "Y"),
            rule("V|W", "B"),
            rule("Y(?![AEIOU])", "I"),
            rule("N(?=[BP])", "M"),
            rule("(.)\\1+", "$1"));

    private Sound() {}

    /** @param word as {@link Words} gives it */
    static String of(String word) {
        String sound = word;
        for (Map.Entry<Pattern, String> rule : RULES) {
            sound = rule.getKey().matcher(sound).replaceAll(rule.getValue());
        }
        return sound;
    }

    private static Map.Entry<Pattern, String> rule(String from, String to) {
        return Map.entry(Pattern.compile(from), to);
    }
}
