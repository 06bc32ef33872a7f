package mx.trayecto.participants.codelists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever shows a code of the contract finds its label in a list, and writes none down. */
@QuarkusTest
@TrayectoTest
class ContractCodesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String anybody = Tokens.registrar(UUID.randomUUID());

    /** The codes of every list, all of them with a label in both languages. */
    private Map<String, Set<String>> served() {
        Map<String, Set<String>> lists = new TreeMap<>();
        for (String name : Caller.with(anybody).get("/v1/code-lists").jsonPath().<String>getList("items.list")) {
            Set<String> codes = new TreeSet<>();
            for (Map<String, Object> entry : Caller.with(anybody)
                    .get("/v1/code-lists/" + name)
                    .jsonPath()
                    .<Map<String, Object>>getList("codes")) {
                Map<?, ?> label = (Map<?, ?>) entry.get("label");
                for (String language : List.of("es", "en")) {
                    assertTrue(
                            label.get(language) instanceof String text && !text.isBlank(),
                            name + ": " + entry + " has no label in " + language);
                }
                codes.add((String) entry.get("code"));
            }
            lists.put(name, codes);
        }
        return lists;
    }

    private static JsonNode contract(String service) throws IOException {
        return YAML.readTree(Files.readString(Path.of("..", service, "openapi", service + ".yaml")));
    }

    private static Set<String> codes(JsonNode enumeration) {
        return enumeration.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every enumeration, wherever it stands, by where that is. */
    private static void enumerations(String at, JsonNode node, Map<String, Set<String>> found) {
        node.properties().forEach(field -> {
            String here = at + "/" + field.getKey();
            if (field.getKey().equals("enum") && field.getValue().isArray()) {
                found.put(here, codes(field.getValue()));
            }
            enumerations(here, field.getValue(), found);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                enumerations(at + "/" + i, node.get(i), found);
            }
        }
    }

    @Test
    void standInAListEachWithALabelInBothLanguages() throws IOException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        enumerations("", contract("participants-service"), found);
        assertFalse(found.isEmpty());
        Map<String, Set<String>> lists = served();
        found.values().removeIf(lists::containsValue);
        assertEquals(Map.of(), found, "enumerations of the contract that no list serves");
    }

    /** Which programs-service gives, and an application passes on as text. */
    @Test
    void areThereForEveryReasonThatAnApplicationEnds() throws IOException {
        Set<String> served = served().get("application-reason");
        JsonNode schemas = contract("programs-service").path("components").path("schemas");
        for (String reasons : List.of("RejectionReason", "WithdrawalReason")) {
            Set<String> codes = codes(schemas.path(reasons).path("enum"));
            assertFalse(codes.isEmpty(), reasons);
            codes.removeAll(served);
            assertEquals(Set.of(), codes, reasons);
        }
        assertTrue(served.contains("already-applied")); // which this service gives itself
    }
}
