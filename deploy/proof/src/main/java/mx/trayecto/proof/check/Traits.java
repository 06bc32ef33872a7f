package mx.trayecto.proof.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Who somebody was on a day, by the last snapshot of her: the value that was valid then. */
record Traits(String sex, String ageGroup, String state, String municipality) {
    static final String NOT_STATED = "notStated";

    static Traits of(Fact fact, JsonNode person) {
        if (fact.participant() == null) {
            String municipality = fact.municipality();
            return new Traits(
                    NOT_STATED,
                    NOT_STATED,
                    municipality == null ? NOT_STATED : municipality.substring(0, 2),
                    municipality == null ? NOT_STATED : municipality);
        }
        String municipality = valid(person, "municipality", fact.on());
        String state = valid(person, "state", fact.on());
        String sex = valid(person, "gender", fact.on());
        return new Traits(
                sex == null || sex.equals("undisclosed") ? NOT_STATED : sex,
                ageGroup(person, fact.on()),
                municipality != null ? municipality.substring(0, 2) : state == null ? NOT_STATED : state,
                municipality == null ? NOT_STATED : municipality);
    }

    private static String valid(JsonNode person, String attribute, LocalDate on) {
        if (person == null) {
            return null;
        }
        List<JsonNode> history = new ArrayList<>();
        person.path("history").path(attribute).forEach(history::add);
        if (history.isEmpty()) {
            return Recount.text(person, attribute);
        }
        history.sort(Comparator.comparing(dated -> dated.path("from").asText("")));
        String valid = Recount.text(history.getFirst(), "value");
        for (JsonNode dated : history) {
            if (!LocalDate.parse(dated.path("from").asText()).isAfter(on)) {
                valid = Recount.text(dated, "value");
            }
        }
        return valid;
    }

    private static String ageGroup(JsonNode person, LocalDate on) {
        if (person == null || !person.hasNonNull("birthYear")) {
            return NOT_STATED;
        }
        int months = on.getYear() * 12
                + on.getMonthValue()
                - person.path("birthYear").asInt() * 12
                - person.path("birthMonth").asInt();
        int age = Math.floorDiv(months, 12);
        return age < 0
                ? NOT_STATED
                : age < 18 ? "0-17" : age < 30 ? "18-29" : age < 45 ? "30-44" : age < 60 ? "45-59" : "60+";
    }
}
