package mx.trayecto.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of requests as they read on the wire. */
public final class Json {
    private Json() {}

    /** An object from names and values in turn; what is null is left out. */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }

    public static Map<String, Object> bilingual(String es, String en) {
        return of("es", es, "en", en);
    }

    /** What reads the same in both languages, such as a code or a name. */
    public static Map<String, Object> bilingual(String text) {
        return bilingual(text, text);
    }
}
