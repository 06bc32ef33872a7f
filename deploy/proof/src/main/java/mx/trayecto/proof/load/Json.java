package mx.trayecto.proof.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of requests as they read on the wire. */
final class Json {
    private Json() {}

    /** An object from names and values in turn; what is null is left out. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }

    static Map<String, Object> bilingual(String text) {
        return of("es", text, "en", text);
    }
}
