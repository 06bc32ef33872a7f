package mx.trayecto.platform.rows;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record as columns of a table: a column for each field, named as in its JSON, with a dot before what stands within
 * another record ({@code residence.state}). Lists of texts or codes stand in one cell, with {@code |} between. Lists of
 * records and maps are no columns.
 */
public final class RecordColumns {
    private enum Kind {
        TEXT,
        DAY,
        FLAG,
        NUMBER,
        DECIMAL,
        LIST
    }

    private final Map<String, Kind> columns = new LinkedHashMap<>();

    private RecordColumns() {}

    public static RecordColumns of(Class<? extends Record> type) {
        RecordColumns columns = new RecordColumns();
        columns.collect("", type);
        return columns;
    }

    /** The same, less some that a table has no use for. */
    public RecordColumns without(String... names) {
        columns.keySet().removeAll(List.of(names));
        return this;
    }

    private void collect(String within, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                continue;
            }
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = within + (named == null ? component.getName() : named.value());
            Class<?> held = component.getType();
            if (held.isRecord()) {
                collect(name + ".", held);
            } else if (held == List.class) {
                if (simple(component.getGenericType())) {
                    columns.put(name, Kind.LIST);
                }
            } else if (held != Map.class) {
                columns.put(name, kind(held));
            }
        }
    }

    private static boolean simple(Type list) {
        Type item = ((ParameterizedType) list).getActualTypeArguments()[0];
        return item == String.class || item instanceof Class<?> type && type.isEnum();
    }

    private static Kind kind(Class<?> type) {
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Kind.FLAG;
        }
        if (type == BigDecimal.class) {
            return Kind.DECIMAL;
        }
        return Number.class.isAssignableFrom(type) || type == long.class || type == int.class ? Kind.NUMBER : Kind.TEXT;
    }

    /** The names of the columns, in order. */
    public Set<String> names() {
        return columns.keySet();
    }

    /**
     * The record's JSON as its cells tell it; what cannot be read as it should be stays text, and is then refused where the
     * JSON is. Cells of other columns are passed over.
     */
    public ObjectNode json(ObjectNode cells) {
        ObjectNode told = cells.objectNode();
        cells.properties().forEach(cell -> {
            Kind kind = columns.get(cell.getKey());
            if (kind != null) {
                String[] path = cell.getKey().split("\\.");
                ObjectNode in = told;
                for (int i = 0; i < path.length - 1; i++) {
                    in = in.withObjectProperty(path[i]);
                }
                in.set(path[path.length - 1], value(kind, cell.getValue().asText(), told));
            }
        });
        return told;
    }

    private static JsonNode value(Kind kind, String cell, ObjectNode nodes) {
        return switch (kind) {
            case TEXT -> nodes.textNode(cell);
            case DAY -> nodes.textNode(Cells.date(cell));
            case FLAG -> {
                Optional<Boolean> flag = Cells.flag(cell);
                yield flag.isPresent() ? nodes.booleanNode(flag.get()) : nodes.textNode(cell);
            }
            case DECIMAL -> {
                Optional<BigDecimal> number = Cells.decimal(cell);
                yield number.isPresent() ? nodes.numberNode(number.get()) : nodes.textNode(cell);
            }
            case NUMBER -> cell.matches("-?\\d{1,9}") ? nodes.numberNode(Integer.parseInt(cell)) : nodes.textNode(cell);
            case LIST -> {
                ArrayNode list = nodes.arrayNode();
                for (String item : cell.split("[|;,]")) {
                    if (!item.isBlank()) {
                        list.add(item.strip());
                    }
                }
                yield list;
            }
        };
    }

    /** The cells of a record's JSON, in the order of the columns. */
    public List<String> cells(JsonNode value) {
        List<String> cells = new ArrayList<>();
        columns.forEach((name, kind) -> {
            JsonNode held = value;
            for (String step : name.split("\\.")) {
                held = held.path(step);
            }
            cells.add(text(held));
        });
        return cells;
    }

    private static String text(JsonNode held) {
        if (held.isArray()) {
            List<String> items = new ArrayList<>();
            held.forEach(item -> items.add(item.asText()));
            return String.join("|", items);
        }
        if (held.isBoolean()) {
            return held.booleanValue() ? "sí" : "no";
        }
        return held.isMissingNode() || held.isNull() ? "" : held.asText();
    }
}
