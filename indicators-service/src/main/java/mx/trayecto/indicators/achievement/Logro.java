package mx.trayecto.indicators.achievement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import mx.trayecto.platform.text.Bilingual;

/** On which side of the target an achievement lies, computed or read from a declared label. */
enum Logro {
    EXCEEDED,
    ACHIEVED,
    BELOW;

    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}([.,]\\d+)?\\s*%.*");

    /** What a declared label says: "Meta rebasada (40 personas …)" is the same as "Meta rebasada". */
    static Optional<Logro> said(Bilingual label) {
        if (label == null) {
            return Optional.empty();
        }
        String text =
                Normalizer.normalize(label.es(), Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("meta rebasada") || text.startsWith("meta superada")) {
            return Optional.of(EXCEEDED);
        }
        if (text.startsWith("meta lograda") || text.startsWith("meta alcanzada") || text.startsWith("meta cumplida")) {
            return Optional.of(ACHIEVED);
        }
        return PERCENT.matcher(text).matches() ? Optional.of(BELOW) : Optional.empty();
    }
}
