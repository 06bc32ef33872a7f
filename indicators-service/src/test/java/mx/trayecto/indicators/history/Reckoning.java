package mx.trayecto.indicators.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reckons by hand what a story amounts to, from the events alone and as plainly as possible: no SQL, no increments,
 * nothing shared with the service. For totals, places and attributes, for all time and by month, over everybody.
 */
final class Reckoning {
    private static final String NOBODY = "notStated";

    /** One thing that counts. */
    private static final class Thing {
        private String kind;
        private String variant = "";
        private String form = "";
        private String participant;
        private String enrollment;
        private String self;
        private String program;
        private String cohort;
        private String center;
        private String agreement;
        private LocalDate on;
        private BigDecimal quantity = BigDecimal.ZERO;
        private String sex;
        private String municipality;
        private boolean live = true;
    }

    private final Map<String, Thing> things = new HashMap<>();
    private final Map<String, JsonNode> people = new HashMap<>();
    private final Map<String, JsonNode> cohorts = new HashMap<>();

    Reckoning(Story story) {
        story.told().forEach(this::hear);
    }

    private void hear(Told told) {
        String what = told.type().replaceAll("^mx\\.trayecto\\.|\\.v1$", "");
        String subject = told.subject().toString();
        switch (told.topic()) {
            case Story.PARTICIPANTS -> people.put(subject, told.data());
            case Story.ENROLLMENTS -> enrollment(subject, what.substring("enrollment.".length()), told);
            case Story.SURVEYS ->
                put(told, "answered", subject).variant =
                        told.data().path("kind").asText();
            case Story.ACTIVITIES -> activity(subject, told);
            default -> program(subject, what, told);
        }
    }

    private void enrollment(String id, String what, Told told) {
        JsonNode data = told.data();
        switch (what) {
            case "applied", "graduated" -> put(told, what, id);
            case "enrolled" -> {
                put(told, what, id);
                kill("withdrawn", id);
            }
            case "activated" -> kill("withdrawn", id);
            case "graduation-revoked" -> kill("graduated", id);
            case "withdrawn" ->
                put(told, what, id).variant = data.path("reason").asText();
            case "rejected", "declined" -> kill("enrolled", id);
            case "transferred" -> {
                Thing enrolled = things.get("enrolled" + id);
                if (enrolled != null) {
                    place(enrolled, data);
                }
            }
            case "attendance-recorded", "attendance-corrected" -> {
                String key = id + data.path("session").asText();
                if (data.path("attended").asBoolean()) {
                    put(told, "attended", key).quantity = data.path("hours").decimalValue();
                } else {
                    kill("attended", key);
                }
            }
            case "module-completed" ->
                put(told, "completed", id + data.path("module").asText()).quantity =
                        data.path("hours").decimalValue();
            case "mentored" -> {
                Thing mentored = put(told, what, told.id().toString());
                mentored.variant = data.path("role").asText();
                mentored.quantity = data.path("hours").decimalValue();
            }
            case "recognised" -> put(told, what, id + data.path("ceremony").asText());
            case "followed-up" ->
                put(told, what, data.path("followUp").asText()).variant =
                        data.path("kind").asText();
            default -> {
                // waitlisted and deferred change no figure
            }
        }
    }

    private void program(String id, String what, Told told) {
        switch (what) {
            case "cohort.changed" -> cohorts.put(id, told.data());
            case "center.changed" -> {
                kill("center-opened", id);
                if (told.data() != null && told.data().has("openedOn")) {
                    Thing opened = put(told, "center-opened", id);
                    opened.on = LocalDate.parse(told.data().path("openedOn").asText());
                    opened.center = id;
                    opened.municipality = told.data().path("municipality").asText();
                }
            }
            case "program.changed" -> {
                // has a name and counts for nothing
            }
            default -> {
                Thing staff = put(told, "staff", id);
                staff.variant = told.data().path("kind").asText();
                staff.sex = told.data().path("sex").asText();
                staff.on = LocalDate.parse(told.data().path("startsOn").asText());
            }
        }
    }

    private void activity(String id, Told told) {
        JsonNode data = told.data();
        Thing held = held(told, "activity", id);
        held.quantity = data.path("hours").decimalValue();
        Map<String, BigDecimal> heads = new TreeMap<>();
        data.path("headcounts")
                .forEach(head ->
                        heads.put(head.path("sex").asText(), head.path("count").decimalValue()));
        for (String sex : List.of("female", "male", "all")) {
            kill("headcount", id + sex);
            BigDecimal count = heads.get(sex);
            if (sex.equals("all") && count != null && heads.size() > 1) {
                count = count.subtract(heads.getOrDefault("female", BigDecimal.ZERO))
                        .subtract(heads.getOrDefault("male", BigDecimal.ZERO));
                count = count.signum() > 0 ? count : null;
            }
            if (count != null) {
                Thing counted = held(told, "headcount", id + sex);
                counted.quantity = count;
                counted.sex = sex.equals("all") ? null : sex;
            }
        }
    }

    private Thing held(Told told, String kind, String key) {
        Thing thing = put(told, kind, key);
        thing.variant = told.data().path("audience").asText();
        thing.form = told.data().path("kind").asText();
        thing.on = LocalDate.parse(told.data().path("startsOn").asText());
        return thing;
    }

    private Thing put(Told told, String kind, String key) {
        Thing thing = new Thing();
        thing.kind = kind;
        thing.self = told.subject().toString();
        thing.participant = text(told.data(), "participant");
        thing.enrollment = text(told.data(), "enrollment");
        place(thing, told.data());
        String on = text(told.data(), "on");
        thing.on = on == null ? null : LocalDate.parse(on);
        things.put(kind + key, thing);
        return thing;
    }

    private static void place(Thing thing, JsonNode data) {
        thing.program = text(data, "program");
        thing.cohort = text(data, "cohort");
        thing.center = text(data, "center");
        thing.agreement = text(data, "agreement");
    }

    private void kill(String kind, String key) {
        if (things.containsKey(kind + key)) {
            things.get(kind + key).live = false;
        }
    }

    private static String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.path(field).asText() : null;
    }

    /** {@code counted|dimension|value|period} to {@code records/enrolments/persons/quantity}. */
    Map<String, String> figures() {
        Map<String, Set<String>> persons = new HashMap<>();
        Map<String, Set<String>> enrollments = new HashMap<>();
        Map<String, Integer> records = new HashMap<>();
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (Thing thing : things.values()) {
            if (thing.live) {
                for (String key : keys(thing)) {
                    records.merge(key, 1, Integer::sum);
                    quantities.merge(key, thing.quantity, BigDecimal::add);
                    persons.computeIfAbsent(key, k -> new HashSet<>())
                            .add(thing.participant == null ? thing.self : person(thing.participant));
                    if (thing.enrollment != null) {
                        enrollments.computeIfAbsent(key, k -> new HashSet<>()).add(thing.enrollment);
                    }
                }
            }
        }
        Map<String, String> figures = new TreeMap<>();
        records.forEach((key, count) -> figures.put(
                key,
                count + "/" + enrollments.getOrDefault(key, Set.of()).size() + "/"
                        + persons.get(key).size() + "/"
                        + quantities.get(key).setScale(2)));
        return figures;
    }

    private List<String> keys(Thing thing) {
        List<String> names = new ArrayList<>(List.of(thing.kind));
        if (thing.kind.equals("attended") || thing.kind.equals("completed")) {
            names.add("trained");
        }
        if (!thing.variant.isEmpty()) {
            names.add(thing.kind + ":" + thing.variant);
        }
        if (!thing.form.isEmpty()) {
            names.add(thing.kind + "/" + thing.form);
            names.add(thing.kind + ":" + thing.variant + "/" + thing.form);
        }
        Map<String, String> dimensions = dimensions(thing);
        List<String> keys = new ArrayList<>();
        for (String name : names) {
            dimensions.forEach((dimension, value) -> {
                keys.add(name + "|" + dimension + "|" + value + "|all");
                keys.add(name + "|" + dimension + "|" + value + "|" + thing.on.withDayOfMonth(1));
            });
        }
        return keys;
    }

    private Map<String, String> dimensions(Thing thing) {
        JsonNode person = thing.participant == null ? null : people.get(person(thing.participant));
        String sex = thing.participant == null ? thing.sex : valid(person, "gender", thing.on);
        String municipality = thing.participant == null ? thing.municipality : valid(person, "municipality", thing.on);
        return Map.of(
                "total",
                "",
                "center",
                orNobody(thing.center),
                "cohort",
                orNobody(thing.cohort),
                "sex",
                "undisclosed".equals(sex) ? NOBODY : orNobody(sex),
                "municipality",
                orNobody(municipality),
                "ageGroup",
                thing.participant == null ? NOBODY : age(person, thing.on));
    }

    private String person(String participant) {
        JsonNode snapshot = people.get(participant);
        String into = snapshot == null ? null : text(snapshot, "mergedInto");
        return into == null ? participant : person(into);
    }

    private static String valid(JsonNode person, String attribute, LocalDate on) {
        if (person == null) {
            return null;
        }
        String valid = null;
        for (JsonNode dated : person.path("history").path(attribute)) {
            if (valid == null || !LocalDate.parse(dated.path("from").asText()).isAfter(on)) {
                valid = dated.path("value").asText();
            }
        }
        return valid != null || !attribute.equals("gender") ? valid : text(person, attribute);
    }

    private static String age(JsonNode person, LocalDate on) {
        if (person == null || !person.hasNonNull("birthYear")) {
            return NOBODY;
        }
        int months = on.getYear() * 12
                + on.getMonthValue()
                - person.path("birthYear").asInt() * 12
                - person.path("birthMonth").asInt();
        int age = Math.floorDiv(months, 12);
        return age < 0
                ? NOBODY
                : age < 18 ? "0-17" : age < 30 ? "18-29" : age < 45 ? "30-44" : age < 60 ? "45-59" : "60+";
    }

    private static String orNobody(String value) {
        return value == null ? NOBODY : value;
    }
}
