package mx.trayecto.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The committed contract says how long, how many and how much a caller may send. */
class LimitsTest {
    private final JsonNode contract = read();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> boundless = new TreeSet<>();

    @Test
    void everyTextListAndNumberOfARequestHasItsLimit() {
        contract.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    operation
                            .path("parameters")
                            .forEach(p -> walk(p.path("schema"), p.path("name").asText()));
                    operation.path("requestBody").path("content").forEach(body -> walk(body.path("schema"), "body"));
                }));
        assertEquals(Set.of(), boundless);
    }

    private void walk(JsonNode schema, String at) {
        if (!schema.isObject()) {
            return; // additionalProperties may be a mere true or false
        }
        String name = schema.path("$ref").asText().replace("#/components/schemas/", "");
        if (!name.isEmpty()) {
            if (followed.add(name)) {
                walk(contract.path("components").path("schemas").path(name), name);
            }
            return;
        }
        if (!bounded(schema, schema.path("type").asText())) {
            boundless.add(at);
        }
        schema.path("properties").properties().forEach(field -> walk(field.getValue(), at + "." + field.getKey()));
        walk(schema.path("items"), at + "[]");
        walk(schema.path("additionalProperties"), at + "{}");
        Stream.of("anyOf", "oneOf", "allOf").forEach(each -> schema.path(each).forEach(form -> walk(form, at)));
    }

    private static boolean bounded(JsonNode schema, String type) {
        return switch (type) {
            case "string" -> any(schema, "maxLength", "enum", "format", "pattern");
            case "array" -> any(schema, "maxItems");
            case "number", "integer" ->
                any(schema, "minimum", "exclusiveMinimum") && any(schema, "maximum", "exclusiveMaximum");
            case "object" -> any(schema, "properties", "maxProperties");
            default -> true;
        };
    }

    private static boolean any(JsonNode schema, String... limits) {
        return Stream.of(limits).anyMatch(schema::has);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("openapi", "programs-service.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
