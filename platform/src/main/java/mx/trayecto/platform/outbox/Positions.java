package mx.trayecto.platform.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

/**
 * The last event of each aggregate written in this request, told to the caller as Trayecto-Position. The epoch belongs to
 * it: after a restore of the database an event sequence may be given a second time.
 */
@RequestScoped
public class Positions {
    public static final String HEADER = "Trayecto-Position";

    /** Beyond this many aggregates the header would outgrow what proxies pass; the caller then waits by a read. */
    private static final int MOST = 200;

    private final Map<String, String> last = new LinkedHashMap<>();

    /** Notes an event; those of one aggregate come in order. */
    void reached(String topic, String key, int epoch, long sequence) {
        last.put(topic + "/" + key, epoch + "." + sequence);
    }

    public void clear() {
        last.clear();
    }

    /** {@code topic/key/epoch.sequence}, comma-separated; null where nothing was written, or too much to name. */
    public String header() {
        return last.isEmpty() || last.size() > MOST
                ? null
                : last.entrySet().stream()
                        .map(e -> e.getKey() + "/" + e.getValue())
                        .collect(Collectors.joining(","));
    }
}
