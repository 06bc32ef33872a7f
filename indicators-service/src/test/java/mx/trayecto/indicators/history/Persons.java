package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who each participant of a story is in the end, and what is known of her by date. Suppression takes what is known; that
 * two records are of one person stays until a later snapshot says otherwise.
 */
final class Persons {
    static final String NOBODY = "notStated";

    private final Map<String, JsonNode> known = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();

    Persons(Story story) {
        story.told().stream()
                .filter(told -> told.topic().equals(Story.PARTICIPANTS))
                .forEach(this::hear);
    }

    private void hear(Told told) {
        String participant = told.subject().toString();
        known.remove(participant);
        if (told.data() != null) {
            known.put(participant, told.data());
            mergedInto.remove(participant);
            if (told.data().hasNonNull("mergedInto")) {
                mergedInto.put(participant, told.data().path("mergedInto").asText());
            }
        }
    }

    String person(String participant) {
        String into = mergedInto.get(participant);
        return into == null ? participant : person(into);
    }

    String valid(String participant, String attribute, LocalDate on) {
        JsonNode person = known.get(person(participant));
        if (person == null) {
            return NOBODY;
        }
        String valid = null;
        for (JsonNode dated : person.path("history").path(attribute)) {
            if (valid == null || !LocalDate.parse(dated.path("from").asText()).isAfter(on)) {
                valid = dated.path("value").asText();
            }
        }
        return valid == null || valid.equals("undisclosed") ? NOBODY : valid;
    }

    String age(String participant, LocalDate on) {
        JsonNode person = known.get(person(participant));
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
}
