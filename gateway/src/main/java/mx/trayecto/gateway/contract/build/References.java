package mx.trayecto.gateway.contract.build;

import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** The references inside a document. */
final class References {
    private References() {}

    /** Those that lead nowhere: a contract that no generator could read. */
    static Set<String> dangling(JsonNode document) {
        Set<String> dangling = all(document);
        dangling.removeIf(reference -> reference.startsWith("#/")
                && !document.at(reference.substring(1)).isMissingNode());
        return dangling;
    }

    /** Every reference in a document. */
    static Set<String> all(JsonNode document) {
        Set<String> found = new TreeSet<>();
        collect(document, found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        JsonNode reference = node.get("$ref");
        if (reference != null && reference.isTextual()) {
            found.add(reference.asText());
        }
        node.forEach(child -> collect(child, found));
    }
}
