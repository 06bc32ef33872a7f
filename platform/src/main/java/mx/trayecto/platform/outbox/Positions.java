package mx.trayecto.platform.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

/** The last event sequence of each aggregate written in this request, told to the caller as Trayecto-Position. */
@RequestScoped
public class Positions {
    public static final String HEADER = "Trayecto-Position";

    /** Beyond this many aggregates the header would outgrow what proxies pass; the caller then waits by a read. */
    private static final int MOST = 200;

    private final Map<String, Long> last = new LinkedHashMap<>();

    void reached(String topic, String key, long sequence) {
        last.merge(topic + "/" + key, sequence, Math::max);
    }

    public void clear() {
        last.clear();
    }

    /** {@code topic/key/sequence}, comma-separated; null where nothing was written, or too much to name. */
    public String header() {
        return last.isEmpty() || last.size() > MOST
                ? null
                : last.entrySet().stream()
                        .map(e -> e.getKey() + "/" + e.getValue())
                        .collect(Collectors.joining(","));
    }
}
