package mx.trayecto.gateway.contract.build;

import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** The references inside a document. */
final class References {
    private References() {}

    /** Those that lead nowhere: a contract that no generator could read. */
    static Set<String> dangling(JsonNode document) {
        Set<String> dangling = new TreeSet<>();
        collect(document, document, dangling);
        return dangling;
    }

    private static void collect(JsonNode node, JsonNode document, Set<String> dangling) {
        JsonNode reference = node.get("$ref");
        if (reference != null
                && reference.isTextual()
                && (!reference.asText().startsWith("#/")
                        || document.at(reference.asText().substring(1)).isMissingNode())) {
            dangling.add(reference.asText());
        }
        node.forEach(child -> collect(child, document, dangling));
    }
}
