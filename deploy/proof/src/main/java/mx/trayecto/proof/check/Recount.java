package mx.trayecto.proof.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the events amount to, reckoned from the topics alone and as plainly as possible: no SQL, no increments, nothing
 * shared with the service. Knows the events that this program's load causes and refuses to guess about others.
 */
public final class Recount {
    private static final String WHOLE = "00000000-0000-0000-0000-000000000000";

    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<String, Event> people = new HashMap<>();
    private final Map<String, JsonNode> cohorts = new HashMap<>();

    /**
     * Each event counts once, however often it stands in its topic.
     *
     * @param events those that hold
     * @param mended by event id what those should have said that cannot be read where they lie
     */
    public static Recount of(List<Event> events, Map<String, JsonNode> mended) {
        Recount recount = new Recount();
        Set<String> heard = new HashSet<>();
        for (Event event : events) {
            if (heard.add(event.id())) {
                JsonNode data = mended.get(event.id());
                recount.hear(data == null ? event : event.saying(data));
            }
        }
        return recount;
    }

    public Map<String, Fact> facts() {
        return facts;
    }

    JsonNode person(String tenant, String participant) {
        Event last = people.get(tenant + "/" + participant);
        return last == null ? null : last.data();
    }

    JsonNode cohort(String tenant, String cohort) {
        return cohorts.get(tenant + "/" + cohort);
    }

    private void hear(Event event) {
        String what = event.type().replaceAll("^mx\\.trayecto\\.|\\.v1$", "");
        switch (event.topic()) {
            case "trayecto.participants.v1" -> people.put(event.tenant() + "/" + event.key(), event);
            case "trayecto.enrollments.v1" -> enrollment(event, what.substring("enrollment.".length()));
            case "trayecto.programs.v1" -> program(event, what);
            default -> throw new IllegalStateException("no recount of " + event.topic());
        }
    }

    private void enrollment(Event event, String what) {
        switch (what) {
            case "applied" -> put(event, "applied", WHOLE, "", null);
            case "enrolled" -> {
                put(event, "enrolled", WHOLE, "", null);
                facts.remove(key(event, "withdrawn", WHOLE));
            }
            case "activated" -> facts.remove(key(event, "withdrawn", WHOLE));
            case "withdrawn" -> put(event, "withdrawn", WHOLE, text(event.data(), "reason"), null);
            case "attendance-recorded", "attendance-corrected" -> {
                String session = text(event.data(), "session");
                if (event.data().path("attended").asBoolean()) {
                    put(event, "attended", session, "", hours(event));
                } else {
                    facts.remove(key(event, "attended", session));
                }
            }
            case "module-completed" -> put(event, "completed", text(event.data(), "module"), "", hours(event));
            case "restored" -> {
                // where it stands says all
            }
            default -> throw new IllegalStateException("no recount of enrollment." + what);
        }
    }

    private void program(Event event, String what) {
        if (what.equals("cohort.changed")) {
            cohorts.put(event.tenant() + "/" + event.key(), event.data());
        } else if (what.equals("center.changed")) {
            String key = key(event, "center-opened", WHOLE);
            facts.put(
                    key,
                    new Fact(
                            key,
                            event.tenant(),
                            event.key(),
                            "center-opened",
                            "",
                            null,
                            null,
                            new Fact.Place(null, null, event.key(), text(event.data(), "agreement")),
                            LocalDate.parse(text(event.data(), "openedOn")),
                            null,
                            text(event.data(), "municipality")));
        }
    }

    private void put(Event event, String kind, String item, String variant, BigDecimal quantity) {
        JsonNode data = event.data();
        String key = key(event, kind, item);
        facts.put(
                key,
                new Fact(
                        key,
                        event.tenant(),
                        event.key(),
                        kind,
                        variant,
                        text(data, "participant"),
                        text(data, "enrollment"),
                        new Fact.Place(
                                text(data, "program"),
                                text(data, "cohort"),
                                text(data, "center"),
                                text(data, "agreement")),
                        LocalDate.parse(text(data, "on")),
                        quantity,
                        null));
    }

    private static String key(Event event, String kind, String item) {
        return event.tenant() + "/" + event.key() + "/" + kind + "/" + item;
    }

    private static BigDecimal hours(Event event) {
        return event.data().path("hours").decimalValue();
    }

    static String text(JsonNode data, String field) {
        return data != null && data.hasNonNull(field) ? data.path(field).asText() : null;
    }
}
