package mx.trayecto.indicators.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reckons by hand what a story amounts to, from the events alone and as plainly as possible: no SQL, no increments,
 * nothing shared with the service. For totals, places and attributes, for all time and by month, over everybody.
 */
final class Reckoning {
    private final Things things;
    private final Persons persons;

    Reckoning(Story story) {
        things = new Things(story);
        persons = new Persons(story);
    }

    /** {@code counted|dimension|value|period} to {@code records/enrolments/persons/quantity}. */
    Map<String, String> figures() {
        Map<String, Set<String>> members = new HashMap<>();
        Map<String, Set<String>> enrollments = new HashMap<>();
        Map<String, Integer> records = new HashMap<>();
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (Thing thing : things.live()) {
            for (String key : keys(thing)) {
                records.merge(key, 1, Integer::sum);
                quantities.merge(key, thing.quantity, BigDecimal::add);
                members.computeIfAbsent(key, k -> new HashSet<>())
                        .add(thing.participant == null ? thing.self : persons.person(thing.participant));
                if (thing.enrollment != null) {
                    enrollments.computeIfAbsent(key, k -> new HashSet<>()).add(thing.enrollment);
                }
            }
        }
        Map<String, String> figures = new TreeMap<>();
        records.forEach((key, count) -> figures.put(
                key,
                count + "/" + enrollments.getOrDefault(key, Set.of()).size() + "/"
                        + members.get(key).size() + "/"
                        + quantities.get(key).setScale(2)));
        return figures;
    }

    private List<String> keys(Thing thing) {
        Map<String, String> dimensions = dimensions(thing);
        List<String> keys = new ArrayList<>();
        for (String name : thing.names()) {
            dimensions.forEach((dimension, value) -> {
                keys.add(name + "|" + dimension + "|" + value + "|all");
                keys.add(name + "|" + dimension + "|" + value + "|" + thing.on.withDayOfMonth(1));
            });
        }
        return keys;
    }

    private Map<String, String> dimensions(Thing thing) {
        String who = thing.participant;
        Map<String, String> dimensions = new HashMap<>();
        dimensions.put("total", "");
        dimensions.put("center", orNobody(thing.center));
        dimensions.put("cohort", orNobody(thing.cohort));
        dimensions.put("sex", who == null ? orNobody(thing.sex) : persons.valid(who, "gender", thing.on));
        dimensions.put(
                "municipality",
                who == null ? orNobody(thing.municipality) : persons.valid(who, "municipality", thing.on));
        dimensions.put("ageGroup", who == null ? Persons.NOBODY : persons.age(who, thing.on));
        return dimensions;
    }

    private static String orNobody(String value) {
        return value == null ? Persons.NOBODY : value;
    }
}
