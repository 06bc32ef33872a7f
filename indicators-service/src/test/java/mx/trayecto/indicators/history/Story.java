package mx.trayecto.indicators.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Events of one tenant in the order they happened, each with its subject's next sequence. */
public final class Story {
    public static final String PARTICIPANTS = "trayecto.participants.v1";
    public static final String ENROLLMENTS = "trayecto.enrollments.v1";
    public static final String SURVEYS = "trayecto.surveys.v1";
    public static final String PROGRAMS = "trayecto.programs.v1";
    public static final String ACTIVITIES = "trayecto.activities.v1";
    public static final String DELIVERIES = "trayecto.deliveries.v1";
    public static final String COLLECTIVES = "trayecto.collectives.v1";

    public final UUID tenant;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    public Story(UUID tenant) {
        this.tenant = tenant;
    }

    public List<Told> told() {
        return told;
    }

    /** @param fields name, value, name, value …; null values stay out */
    public Told tell(String topic, String type, UUID subject, Object... fields) {
        return add(topic, "mx.trayecto." + type + ".v1", subject, object(fields));
    }

    /** A snapshot of something, under its own id: {@code center.changed} with its {@code center}. */
    public Told changed(String topic, String what, UUID id) {
        return tell(topic, what + ".changed", id, what, id);
    }

    /** A tombstone: the subject is gone. */
    public void forget(String topic, String type, UUID subject) {
        add(topic, "mx.trayecto." + type + ".v1", subject, null);
    }

    private Told add(String topic, String type, UUID subject, ObjectNode data) {
        long sequence = sequences.merge(topic + subject, 1L, Long::sum);
        Told event = new Told(topic, tenant, UUID.randomUUID(), subject, sequence, type, data);
        told.add(event);
        return event;
    }

    public static ObjectNode object(Object... fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i += 2) {
            String name = (String) fields[i];
            switch (fields[i + 1]) {
                case null -> {
                    // unknown is left out, as producers do
                }
                case Integer number -> object.put(name, number);
                case BigDecimal number -> object.put(name, number);
                case Boolean flag -> object.put(name, flag);
                case com.fasterxml.jackson.databind.JsonNode node -> object.set(name, node);
                case Object other -> object.put(name, other.toString());
            }
        }
        return object;
    }
}
