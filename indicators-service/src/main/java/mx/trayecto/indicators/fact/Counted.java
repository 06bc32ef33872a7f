package mx.trayecto.indicators.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * Under which names a fact is counted: its kind, its kind narrowed by variant ({@code staff:facilitator}), by form
 * ({@code headcount/training}) or both, and <em>trained</em>, which is at least one attendance or completion.
 */
public final class Counted {
    public static final String TRAINED = "trained";

    /** The form of money whose amount is not known: it leaves the sum of every currency open. */
    public static final String UNKNOWN = "unknown";

    private Counted() {}

    /** All names under which a fact of this kind, variant and form stands. */
    public static List<String> names(FactKind kind, String variant, String form) {
        List<String> names = new ArrayList<>(4);
        names.add(kind.code());
        if (kind == FactKind.ATTENDED || kind == FactKind.COMPLETED) {
            names.add(TRAINED);
        }
        if (!variant.isEmpty()) {
            names.add(name(kind.code(), variant, ""));
        }
        if (!form.isEmpty()) {
            names.add(name(kind.code(), "", form));
            if (!variant.isEmpty()) {
                names.add(name(kind.code(), variant, form));
            }
        }
        return names;
    }

    /** The one name of a kind narrowed by a variant, a form, both or (where empty) neither. */
    public static String name(String kind, String variant, String form) {
        return kind + (variant.isEmpty() ? "" : ":" + variant) + (form.isEmpty() ? "" : "/" + form);
    }
}
