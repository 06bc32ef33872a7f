package mx.trayecto.indicators.projection;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Whom a participant counts as after merges, and what is known of that person by date. */
final class Person {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNDISCLOSED = "undisclosed";

    final UUID canonical;
    private final Integer birthYear;
    private final Integer birthMonth;
    private final JsonNode attributes;

    Person(UUID canonical, Integer birthYear, Integer birthMonth, String attributes) {
        this.canonical = canonical;
        this.birthYear = birthYear;
        this.birthMonth = birthMonth;
        try {
            this.attributes = attributes == null ? JSON.createObjectNode() : JSON.readTree(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored attributes cannot be read", e);
        }
    }

    /** What she counts as on a date: the values valid then. */
    Traits on(LocalDate date) {
        String sex = valid("gender", date);
        String municipality = valid("municipality", date);
        String state = municipality == null ? valid("state", date) : municipality.substring(0, 2);
        return new Traits(
                UNDISCLOSED.equals(sex) ? Traits.NOT_STATED : Traits.orNotStated(sex),
                AgeGroup.of(birthYear, birthMonth, date),
                Traits.orNotStated(state),
                Traits.orNotStated(municipality));
    }

    /** The last value that began by then; before the first, the first: that is when she was first asked. */
    private String valid(String attribute, LocalDate date) {
        JsonNode valid = null;
        for (JsonNode dated : attributes.path(attribute)) {
            String from = dated.path("from").textValue();
            if (valid == null || from == null || !LocalDate.parse(from).isAfter(date)) {
                valid = dated.path("value");
            }
        }
        return valid == null ? null : valid.textValue();
    }
}
