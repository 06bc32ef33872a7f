package mx.trayecto.platform.audit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/** An entry's details as text: always the same for the same content, whatever the database makes of JSON. */
final class Details {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern ID = Pattern.compile("\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

    private Details() {}

    /** @param json may be null */
    static String canonical(String json) {
        if (json == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        write(tree(json), text);
        return text.toString();
    }

    /** Every id that stands in them as a value. */
    static Set<UUID> ids(String json) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (json != null) {
            ID.matcher(json).results().forEach(found -> ids.add(UUID.fromString(found.group(1))));
        }
        return ids;
    }

    /** What a stranger wrote may be more than can be read, in depth or digits: it is one text then. */
    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(json);
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, JsonNode> members = new TreeMap<>();
                node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                list(members.entrySet(), text, '{', '}', member -> {
                    text.append(quoted(member.getKey())).append(':');
                    write(member.getValue(), text);
                });
            }
            case ARRAY -> list(node.valueStream().toList(), text, '[', ']', item -> write(item, text));
            case NUMBER -> text.append(node.decimalValue().stripTrailingZeros().toPlainString());
            case STRING -> text.append(quoted(node.textValue()));
            default -> text.append(node.asText());
        }
    }

    private static <T> void list(Collection<T> items, StringBuilder text, char open, char close, Consumer<T> write) {
        char before = open;
        for (T item : items) {
            text.append(before);
            write.accept(item);
            before = ',';
        }
        if (items.isEmpty()) {
            text.append(open);
        }
        text.append(close);
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
