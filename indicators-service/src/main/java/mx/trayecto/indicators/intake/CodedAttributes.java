package mx.trayecto.indicators.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The coded attributes of a participant's snapshot, each as a list of dated values, oldest first. Sensitive ones are in
 * the snapshot only with her consent; the territory of a protected woman is kept at state level whatever was sent.
 */
final class CodedAttributes {
    private static final Set<String> KEPT = Set.of(
            "gender",
            "state",
            "municipality",
            "indigenous",
            "afroMexican",
            "disability",
            "languages",
            "schooling",
            "student",
            "mother",
            "headOfHousehold",
            "migration",
            "barriers");
    private static final Pattern STATE = Pattern.compile("\\d{2}");
    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{5}");

    private final EventData data;
    private final boolean isProtected;

    CodedAttributes(EventData data) {
        this.data = data;
        this.isProtected = data.node("protected").asBoolean(false);
    }

    String json() {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        KEPT.stream().sorted().forEach(name -> {
            ArrayNode values = values(name);
            if (!values.isEmpty()) {
                attributes.set(name, values);
            }
        });
        return attributes.toString();
    }

    private ArrayNode values(String name) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        if (isProtected && name.equals("municipality")) {
            return values;
        }
        List<JsonNode> history = new ArrayList<>();
        data.node("history").path(name).forEach(history::add);
        history.sort(Comparator.comparing(dated -> dated.path("from").asText("")));
        for (JsonNode dated : history) {
            EventData entry = EventData.of(dated);
            ObjectNode value = values.addObject();
            value.put("from", entry.optionalDate("from") == null ? null : entry.text("from"));
            value.set("value", checked(name, dated.path("value")));
        }
        JsonNode now = data.node(name);
        if (values.isEmpty() && !now.isMissingNode() && !now.isNull()) {
            values.addObject().putNull("from").set("value", checked(name, now));
        }
        return values;
    }

    private static JsonNode checked(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        boolean readable = switch (name) {
            case "state" -> STATE.matcher(value.asText()).matches();
            case "municipality" -> MUNICIPALITY.matcher(value.asText()).matches();
            case "gender" ->
                Set.of("female", "male", "non-binary", "undisclosed").contains(value.asText());
            default -> true;
        };
        if (!readable) {
            throw EventData.broken(name);
        }
        return value;
    }
}
