package mx.trayecto.participants.attributes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.hibernate.annotations.Immutable;

/**
 * The dated history of a person's attributes: for each, its values with the day each holds from, oldest first. A
 * change holds from its date on; a correction rewrites the past. The last value is always the current one, and the first
 * holds for the time before it as well: that nobody had asked yet is no change of hers.
 */
@Immutable // so that Hibernate need not copy it to see whether it has changed
public record History(@JsonValue Map<String, List<Entry>> byAttribute) {
    /** A value and its first day. The null node means that from then on nothing is known. */
    public record Entry(LocalDate from, JsonNode value) {
        public Entry {
            value = value == null ? NullNode.instance : value;
        }
    }

    /** A change dated before one that is already recorded. */
    public static final class Overtaken extends RuntimeException {
        private final String attribute;

        private Overtaken(String attribute) {
            super("a later change is recorded", null, false, false);
            this.attribute = attribute;
        }

        public String attribute() {
            return attribute;
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public History {
        byAttribute = Collections.unmodifiableMap(new TreeMap<>(byAttribute));
    }

    /** The history that begins with a registration. */
    public static History from(LocalDate day, Attributes attributes) {
        return from(day, attributes.byName());
    }

    /** The same of attributes by name; those that are not known are left out. */
    public static History from(LocalDate day, Map<String, JsonNode> known) {
        Map<String, List<Entry>> first = new TreeMap<>();
        known.forEach((name, value) -> first.put(name, List.of(new Entry(day, value))));
        return new History(first);
    }

    /**
     * The history after the attributes became others.
     *
     * @param mentioned attributes that the caller speaks of, changed or not: a correction rewrites their past too
     * @param start the day that first values of an attribute hold from
     * @param today the day of a change that names none
     * @throws Overtaken where a change is dated before the latest one of its attribute
     */
    public History with(
            Attributes before,
            Attributes after,
            Collection<String> mentioned,
            Effective effective,
            LocalDate start,
            LocalDate today) {
        return with(before.byName(), after.byName(), mentioned, effective, start, today);
    }

    /** The same of attributes by name. */
    public History with(
            Map<String, JsonNode> old,
            Map<String, JsonNode> fresh,
            Collection<String> mentioned,
            Effective effective,
            LocalDate start,
            LocalDate today) {
        Map<String, List<Entry>> next = new TreeMap<>(byAttribute);
        for (String name : names(old, fresh)) {
            JsonNode value = fresh.getOrDefault(name, NullNode.instance);
            boolean changed = !value.equals(old.getOrDefault(name, NullNode.instance));
            if (effective.corrects() && (changed || mentioned.contains(name))) {
                next.put(name, corrected(name, value, effective.from(), start));
            } else if (changed) {
                next.put(name, changed(name, value, effective.from(), start, today));
            }
        }
        next.values().removeIf(List::isEmpty);
        return new History(next);
    }

    /** With the dated values of those attributes that there are none of here. */
    public History and(History other) {
        Map<String, List<Entry>> all = new TreeMap<>(other.byAttribute);
        all.putAll(byAttribute);
        return new History(all);
    }

    /** The attributes whose dated values are not what they were. */
    public Set<String> otherThan(History before) {
        Set<String> names = names(byAttribute, before.byAttribute);
        names.removeIf(name -> entries(name).equals(before.entries(name)));
        return names;
    }

    private static Set<String> names(Map<String, ?> old, Map<String, ?> fresh) {
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        return names;
    }

    private List<Entry> changed(String name, JsonNode value, LocalDate from, LocalDate start, LocalDate today) {
        List<Entry> entries = new ArrayList<>(entries(name));
        if (entries.isEmpty()) {
            return List.of(new Entry(from == null ? start : from, value));
        }
        LocalDate day = from == null ? today : from;
        if (entries.getLast().from().isAfter(day)) {
            if (from != null) {
                throw new Overtaken(name);
            }
            day = entries.getLast().from();
        }
        return put(entries, day, value);
    }

    private List<Entry> corrected(String name, JsonNode value, LocalDate from, LocalDate start) {
        List<Entry> entries = new ArrayList<>(entries(name));
        LocalDate day = from != null
                ? from
                : entries.isEmpty() ? start : entries.getFirst().from();
        entries.removeIf(entry -> !entry.from().isBefore(day));
        return put(entries, day, value);
    }

    private static List<Entry> put(List<Entry> entries, LocalDate day, JsonNode value) {
        entries.removeIf(entry -> entry.from().equals(day));
        JsonNode known =
                entries.isEmpty() ? NullNode.instance : entries.getLast().value();
        if (!known.equals(value)) {
            entries.add(new Entry(day, value));
        }
        return List.copyOf(entries);
    }

    private List<Entry> entries(String name) {
        return byAttribute.getOrDefault(name, List.of());
    }
}
