package mx.trayecto.platform.text;

import java.util.List;
import java.util.Locale;

/** The two languages Trayecto answers in. Spanish unless the caller prefers English. */
public enum Language {
    ES,
    EN;

    private static final List<Locale> SPOKEN = List.of(Locale.of("es"), Locale.of("en"));

    /**
     * Picks the answer's language.
     *
     * @param acceptLanguage the header's value (RFC 9110), may be null or broken
     * @return Spanish by default, and where the header cannot be read
     */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ES;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return best != null && best.getLanguage().equals("en") ? EN : ES;
        } catch (IllegalArgumentException unreadable) {
            return ES;
        }
    }

    public Locale locale() {
        return SPOKEN.get(ordinal());
    }
}
