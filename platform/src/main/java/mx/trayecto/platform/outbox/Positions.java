package mx.trayecto.platform.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    private final Map<UUID, String> last = new LinkedHashMap<>();

    /** Notes that an event of this aggregate will be written. */
    void expect(UUID aggregate) {
        last.putIfAbsent(aggregate, null);
    }

    /** Notes an event; those of one aggregate come in order. */
    void reached(String topic, UUID aggregate, int epoch, long sequence) {
        last.put(aggregate, topic + "/" + aggregate + "/" + epoch + "." + sequence);
    }

    /** The aggregates of which events are written, in order; empty where they are too many to name. */
    public List<UUID> aggregates() {
        return last.size() > MOST ? List.of() : List.copyOf(last.keySet());
    }

    public void clear() {
        last.clear();
    }

    /** {@code topic/key/epoch.sequence}, comma-separated; null where nothing was written, or too much to name. */
    public String header() {
        return last.isEmpty() || last.size() > MOST
                ? null
                : last.values().stream().filter(Objects::nonNull).collect(Collectors.joining(","));
    }
}
