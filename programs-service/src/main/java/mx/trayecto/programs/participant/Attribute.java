package mx.trayecto.programs.participant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is kept of a participant's snapshot, under the names that it bears there: codes that rules of eligibility may ask
 * for. Sensitive ones are in a snapshot with her consent alone.
 */
public enum Attribute {
    BIRTH_YEAR("birthYear", Type.WHOLE),
    BIRTH_MONTH("birthMonth", Type.WHOLE),
    GENDER("gender", Type.CODE),
    STATE("state", Type.CODE),
    MUNICIPALITY("municipality", Type.CODE),
    INDIGENOUS("indigenous", Type.CODE),
    AFRO_MEXICAN("afroMexican", Type.CODE),
    DISABILITY("disability", Type.FLAG),
    LANGUAGES("languages", Type.CODES),
    SCHOOLING("schooling", Type.CODE),
    STUDENT("student", Type.FLAG),
    MOTHER("mother", Type.FLAG),
    HEAD_OF_HOUSEHOLD("headOfHousehold", Type.FLAG),
    MIGRATION("migration", Type.CODE),
    BARRIERS("barriers", Type.CODES);

    /** What an attribute's value is. */
    public enum Type {
        WHOLE {
            @Override
            Object of(JsonNode value) {
                return value.isIntegralNumber() ? value.longValue() : null;
            }
        },
        CODE {
            @Override
            Object of(JsonNode value) {
                return value.textValue();
            }
        },
        FLAG {
            @Override
            Object of(JsonNode value) {
                return value.isBoolean() ? value.booleanValue() : null;
            }
        },
        CODES {
            @Override
            Object of(JsonNode value) {
                return value.isArray()
                        ? List.copyOf(value.valueStream().map(JsonNode::asText).toList())
                        : null;
            }
        };

        /** Null where it is not told, or is none of these. */
        abstract Object of(JsonNode value);
    }

    private final String field;
    private final Type type;

    Attribute(String field, Type type) {
        this.field = field;
        this.type = type;
    }

    public String field() {
        return field;
    }

    public Type type() {
        return type;
    }

    /** What of a snapshot is kept. */
    static ObjectNode kept(JsonNode snapshot) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Attribute attribute : values()) {
            JsonNode value = snapshot.path(attribute.field);
            if (attribute.type.of(value) != null) {
                kept.set(attribute.field, value);
            }
        }
        return kept;
    }

    /** Values by field, of what was kept; what is not known is left out. */
    public static Map<String, Object> values(JsonNode kept) {
        Map<String, Object> values = new TreeMap<>();
        Arrays.stream(values()).forEach(attribute -> {
            Object value = attribute.type.of(kept.path(attribute.field));
            if (value != null) {
                values.put(attribute.field, value);
            }
        });
        return values;
    }
}
