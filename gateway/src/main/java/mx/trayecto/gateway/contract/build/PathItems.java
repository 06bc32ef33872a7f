package mx.trayecto.gateway.contract.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What stands under one path of a contract. */
final class PathItems {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    /** The only places that a slip in a service's annotations may not open by itself: everything else needs a token. */
    private static final List<String> OPEN = List.of("/v1/published/", "/v1/credentials/");

    private PathItems() {}

    static Map<String, ObjectNode> operations(JsonNode item) {
        Map<String, ObjectNode> operations = new LinkedHashMap<>();
        for (String method : METHODS) {
            if (item.get(method) instanceof ObjectNode operation) {
                operations.put(method.toUpperCase(Locale.ROOT), operation);
            }
        }
        return operations;
    }

    static boolean isOpen(JsonNode operation) {
        return operation.get("security") instanceof ArrayNode security && security.isEmpty();
    }

    static boolean mayBeOpen(String path) {
        return OPEN.stream().anyMatch((path + "/")::startsWith);
    }

    /** Names the one security scheme, and gives the scopes that an operation needs. */
    static void secure(ObjectNode operation) {
        if (!isOpen(operation)) {
            ArrayNode scopes = operation.arrayNode();
            operation.path("security").forEach(scheme -> scheme.forEach(list -> list.forEach(scopes::add)));
            operation.putArray("security").addObject().set("bearer", scopes);
        }
    }
}
