package mx.trayecto.proof.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The events that hold: of each aggregate those on the way back from its newest, each naming the epoch of the one before.
 * All others were made void by a restore of their producer. Told from the topics alone; shares nothing with the services.
 */
final class Holding {
    private final List<Event> events;
    /** By aggregate and epoch, by sequence. */
    private final Map<String, TreeMap<Long, Event>> stories = new HashMap<>();

    private Holding(List<Event> events) {
        this.events = events;
    }

    /** In the order of the topics, and repeated where they are. */
    static List<Event> of(List<Event> events) {
        return new Holding(events).holding();
    }

    private List<Event> holding() {
        Map<String, Event> newest = new HashMap<>();
        for (Event event : events) {
            stories.computeIfAbsent(story(event, event.epoch()), s -> new TreeMap<>())
                    .putIfAbsent(event.sequence(), event);
            newest.merge(event.aggregate(), event, (one, other) -> one.before(other) ? other : one);
        }
        Set<String> ids = new HashSet<>();
        for (Event last : newest.values()) {
            for (Event event = last; event != null; event = before(event)) {
                ids.add(event.id());
            }
        }
        return events.stream().filter(event -> ids.contains(event.id())).toList();
    }

    /** Where one is missing on the way, which is found elsewhere, the next before it. */
    private Event before(Event event) {
        var story = stories.get(story(event, event.previousEpoch()));
        var entry = story == null ? null : story.lowerEntry(event.sequence());
        return entry == null ? null : entry.getValue();
    }

    private static String story(Event event, int epoch) {
        return event.aggregate() + "/" + epoch;
    }
}
