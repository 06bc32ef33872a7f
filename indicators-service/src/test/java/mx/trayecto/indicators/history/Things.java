package mx.trayecto.indicators.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Listens to a story, event by event in the order they happened, for what there is to count. */
final class Things {
    private final Map<String, Thing> things = new HashMap<>();

    Things(Story story) {
        story.told().forEach(this::hear);
    }

    Collection<Thing> live() {
        return things.values().stream().filter(thing -> thing.live).toList();
    }

    private void hear(Told told) {
        String what = told.type().replaceAll("^mx\\.trayecto\\.|\\.v1$", "");
        String subject = told.subject().toString();
        switch (told.topic()) {
            case Story.PARTICIPANTS -> {
                // who she is: not a thing
            }
            case Story.ENROLLMENTS -> enrollment(subject, what.substring("enrollment.".length()), told);
            case Story.SURVEYS -> survey(subject, what, told);
            case Story.ACTIVITIES -> {
                if (what.startsWith("support.")) {
                    support(subject, told);
                } else if (what.startsWith("qualification.")) {
                    qualification(subject, told);
                } else {
                    activity(subject, told);
                }
            }
            default -> program(subject, what, told);
        }
    }

    private void enrollment(String id, String what, Told told) {
        JsonNode data = told.data();
        switch (what) {
            case "applied", "graduated" -> put(told, what, id);
            case "enrolled" -> {
                Thing before = things.get(what + id);
                Thing enrolled = put(told, what, id);
                enrolled.on = before != null && before.live ? before.on : enrolled.on;
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
                    enrolled.place(data);
                }
            }
            case "attendance-recorded", "attendance-corrected" -> {
                String key = id + data.path("session").asText();
                if (data.path("attended").asBoolean()) {
                    put(told, "attended", key).quantity = hours(data);
                } else {
                    kill("attended", key);
                }
            }
            case "module-completed" ->
                put(told, "completed", id + data.path("module").asText()).quantity = hours(data);
            case "completion-revoked" ->
                kill("completed", id + data.path("module").asText());
            case "mentored" -> {
                Thing mentored = put(told, what, told.id().toString());
                mentored.variant = data.path("role").asText();
                mentored.quantity = hours(data);
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

    private void survey(String id, String what, Told told) {
        Thing before = things.get("answered" + id);
        Thing answered = put(told, "answered", id);
        answered.variant = told.data().path("kind").asText();
        if (what.equals("survey.corrected") && before != null) {
            answered.placeAs(before);
        }
    }

    private void program(String id, String what, Told told) {
        switch (what) {
            case "center.changed" -> {
                kill("center-opened", id);
                if (told.data() != null && told.data().has("openedOn")) {
                    Thing opened = put(told, "center-opened", id);
                    opened.on = LocalDate.parse(told.data().path("openedOn").asText());
                    opened.center = id;
                    opened.municipality = told.data().path("municipality").asText();
                }
            }
            case "staff.changed" -> {
                Thing staff = put(told, "staff", id);
                staff.variant = told.data().path("kind").asText();
                staff.sex = told.data().path("sex").asText();
                staff.on = LocalDate.parse(told.data().path("startsOn").asText());
            }
            default -> {
                // programmes and cohorts have names and count for nothing
            }
        }
    }

    /** Half a hundredth and more is a whole one; unknown hours add nothing. */
    private static BigDecimal hours(JsonNode data) {
        return data.path("hours").decimalValue().setScale(2, RoundingMode.HALF_UP);
    }

    private void activity(String id, Told told) {
        held(told, "activity", id).quantity = hours(told.data());
        Map<String, BigDecimal> heads = new TreeMap<>();
        told.data()
                .path("headcounts")
                .forEach(head ->
                        heads.put(head.path("sex").asText(), head.path("count").decimalValue()));
        for (String sex : List.of("female", "male", "all")) {
            kill("headcount", id + sex);
            BigDecimal count = heads.get(sex);
            if (sex.equals("all") && count != null && heads.size() > 1) {
                count = count.subtract(heads.getOrDefault("female", BigDecimal.ZERO))
                        .subtract(heads.getOrDefault("male", BigDecimal.ZERO));
                count = count.signum() > 0 || count.signum() == 0 && !exactlyAll(told) ? count : null;
            }
            if (count != null) {
                Thing counted = held(told, "headcount", id + sex);
                counted.quantity = count;
                counted.sex = sex.equals("all") ? null : sex;
            }
        }
    }

    private void qualification(String id, Told told) {
        kill("staff-trained", id);
        if (!told.data().path("mistaken").asBoolean()) {
            Thing trained = put(told, "staff-trained", id);
            trained.self = told.data().path("staff").asText();
            trained.variant = told.data().path("staffKind").asText() + "s";
            trained.form = told.data().path("kind").asText();
            trained.sex = Thing.text(told.data(), "sex");
            trained.quantity = hours(told.data());
        }
    }

    private void support(String id, Told told) {
        kill("supported", id);
        if (!told.data().path("mistaken").asBoolean()) {
            Thing given = put(told, "supported", id);
            given.self = told.data().path("organization").asText();
            given.variant = told.data().path("kind").asText();
            given.on = LocalDate.parse(told.data().path("startsOn").asText());
            given.municipality = Thing.text(told.data(), "municipality");
            if (told.data().has("amount")) {
                given.form = told.data().path("currency").asText();
                given.quantity = new BigDecimal(told.data().path("amount").asText());
            } else {
                given.form = "unknown";
            }
        }
    }

    private static boolean exactlyAll(Told told) {
        for (JsonNode head : told.data().path("headcounts")) {
            if (head.path("sex").asText().equals("all")) {
                return head.path("qualifier").asText().equals("exact");
            }
        }
        return true;
    }

    private Thing held(Told told, String kind, String key) {
        Thing thing = put(told, kind, key);
        thing.variant = told.data().path("audience").asText();
        thing.form = told.data().path("kind").asText();
        thing.on = LocalDate.parse(told.data().path("startsOn").asText());
        return thing;
    }

    private Thing put(Told told, String kind, String key) {
        Thing thing = new Thing(kind, told);
        things.put(kind + key, thing);
        return thing;
    }

    private void kill(String kind, String key) {
        if (things.containsKey(kind + key)) {
            things.get(kind + key).live = false;
        }
    }
}
