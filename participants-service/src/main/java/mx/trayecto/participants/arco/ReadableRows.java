package mx.trayecto.participants.arco;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;

/** What the export's JSON says, as rows of a name and a value that a person reads. */
final class ReadableRows {
    /** A field that is shown in a table of its own. */
    static final String HISTORY = "history";

    private static final String LABEL = "label";
    private static final String LABEL_OF = "Label";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Wording wording;
    private final ZoneId zone;

    ReadableRows(Wording wording, ZoneId zone) {
        this.wording = wording;
        this.zone = zone;
    }

    /** One line of a table. */
    record Row(String name, String value) {}

    /** All fields of an object but its history. */
    List<Row> of(JsonNode object) {
        List<Row> rows = new ArrayList<>();
        fields(object, "", rows);
        return rows;
    }

    /** Some fields of an object. */
    List<Row> of(JsonNode object, List<String> fields) {
        List<Row> rows = new ArrayList<>();
        fields.forEach(field -> add(field, object.path(field), "", rows));
        return rows;
    }

    /** Dated values of attributes. */
    List<Row> history(JsonNode entries) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode entry : entries) {
            List<Row> one = new ArrayList<>();
            add(entry.path("attribute").asText(), entry.path("value"), "", one);
            String from = "desde el " + shown("from", entry.path("from")) + ": ";
            one.forEach(row -> rows.add(new Row(row.name(), from + row.value())));
        }
        return rows;
    }

    /** All fields of an object but its lists. */
    List<Row> single(JsonNode object) {
        return of(
                object,
                object.properties().stream()
                        .filter(field -> !field.getValue().isArray() && !labelled(object, field.getKey()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** A questionnaire: its own fields, and each question with what was answered. */
    List<Row> answered(JsonNode survey, String answers) {
        List<Row> rows = single(survey);
        survey.path(answers)
                .forEach(one -> rows.add(new Row(
                        cell("question", one.path("questionLabel")),
                        cell("answer", one.path(labelled(one, "answer") ? "answerLabel" : "answer")))));
        return rows;
    }

    /** A field as one text; null where it is left out. */
    String cell(String field, JsonNode value) {
        if (wording.leftOut(field) || value.isNull() || value.isContainerNode() && value.isEmpty()) {
            return null;
        }
        if (spanish(value).isTextual() || value.isObject()) {
            return inline(value);
        }
        if (value.isArray()) {
            StringJoiner joined = new StringJoiner("\n");
            value.forEach(item -> joined.add(item.isObject() ? inline(item) : shown(field, item)));
            return joined.toString();
        }
        return shown(field, value);
    }

    /** Whether a field is shown by the words beside it instead. */
    static boolean labelled(JsonNode object, String field) {
        return object.has(field + LABEL_OF);
    }

    private void fields(JsonNode object, String under, List<Row> rows) {
        object.properties().forEach(field -> {
            if (!field.getKey().equals(HISTORY) && !labelled(object, field.getKey())) {
                add(field.getKey(), field.getValue(), under, rows);
            }
        });
    }

    private void add(String field, JsonNode value, String under, List<Row> rows) {
        String name = under + wording.field(field);
        if (value.isObject() && !spanish(value).isTextual() && !value.has(LABEL) && !wording.leftOut(field)) {
            fields(value, field.equals("data") ? "" : name + " › ", rows);
            return;
        }
        String text = cell(field, value);
        if (text != null) {
            rows.add(new Row(name, text));
        }
    }

    /** Of a text in both languages the Spanish one; missing for all else. */
    private static JsonNode spanish(JsonNode value) {
        return value.path("es");
    }

    private String inline(JsonNode item) {
        if (spanish(item).isTextual()) {
            return spanish(item).asText();
        }
        StringJoiner joined = new StringJoiner(" · ");
        for (Map.Entry<String, JsonNode> part : item.properties()) {
            JsonNode value = part.getValue();
            boolean labelled = labelled(item, part.getKey());
            if (spanish(value).isTextual()) {
                joined.add(spanish(value).asText());
            } else if (value.isValueNode() && !value.isNull() && !labelled && !wording.leftOut(part.getKey())) {
                joined.add(shown(part.getKey(), value));
            }
        }
        return joined.toString();
    }

    private String shown(String field, JsonNode value) {
        String plain = value.asText();
        if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return DAY.format(LocalDate.parse(plain));
        }
        if (plain.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            return TIME.format(Instant.parse(plain).atZone(zone));
        }
        return wording.value(field, plain);
    }
}
