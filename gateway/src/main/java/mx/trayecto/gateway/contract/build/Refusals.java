package mx.trayecto.gateway.contract.build;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The refusals that an operation may answer with, described alike wherever they mean the same. */
final class Refusals {
    /** What a client always, or first, gets from the gateway: described by it alone. */
    private static final Map<String, String> OF_THE_GATEWAY =
            Map.of("401", "Unauthenticated", "429", "TooManyRequests", "503", "ServiceUnavailable");

    /** What either may answer: the service's description holds, if it has one. */
    private static final Map<String, String> OF_EITHER = Map.of(
            "400", "Malformed", "403", "Forbidden", "413", "TooLarge", "502", "BadGateway", "504", "GatewayTimeout");

    private Refusals() {}

    static void complete(ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        Map<String, JsonNode> sorted = new TreeMap<>();
        responses.properties().forEach(r -> sorted.put(r.getKey(), r.getValue()));
        OF_EITHER.forEach((status, component) -> {
            if (isMissing(operation, status, sorted.get(status))) {
                sorted.put(status, reference(operation, component));
            }
        });
        OF_THE_GATEWAY.forEach((status, component) -> {
            if (!status.equals("401") || !PathItems.isOpen(operation)) {
                sorted.put(status, reference(operation, component));
            }
        });
        responses.removeAll();
        sorted.forEach(responses::set);
    }

    /** Scanners add 400 and 403 by themselves, without saying what they look like. */
    private static boolean isMissing(ObjectNode operation, String status, JsonNode described) {
        return switch (status) {
            case "400", "403" -> described != null && !described.has("content") && !described.has("$ref");
            case "413" -> described == null && operation.has("requestBody");
            default -> described == null;
        };
    }

    private static ObjectNode reference(ObjectNode operation, String component) {
        return operation.objectNode().put("$ref", "#/components/responses/" + component);
    }
}
