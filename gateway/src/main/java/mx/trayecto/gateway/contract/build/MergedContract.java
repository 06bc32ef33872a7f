package mx.trayecto.gateway.contract.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.gateway.contract.Operation;
import mx.trayecto.gateway.contract.Service;

/**
 * One contract out of many. Title, servers, the security scheme and what the gateway itself answers stand in the
 * gateway's own part, once, and so do the tags that it describes; a service brings its paths and components, and nothing
 * of them is overwritten silently.
 */
final class MergedContract {
    private final ObjectNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, String> shapes = new HashMap<>();
    private final Map<String, Service> owners = new HashMap<>();
    private final Map<String, String> operationIds = new HashMap<>();
    private final Set<JsonNode> ownTags = new HashSet<>();
    private final List<String> conflicts = new ArrayList<>();

    MergedContract(ObjectNode ownPart) {
        document = ownPart;
        ownPart.path("tags").forEach(ownTags::add);
    }

    void add(Service service, ObjectNode contract) {
        if (!contract.path("openapi").asText().startsWith("3.1.")) {
            conflicts.add(service.module() + " is not written in OpenAPI 3.1");
        }
        contract.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
        contract.path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .properties()
                        .forEach(c -> addComponent(service, kind.getKey(), c.getKey(), c.getValue()));
            }
        });
        contract.path("tags").forEach(tag -> addTag(service, tag));
    }

    private void addPath(Service service, String path, JsonNode item) {
        String[] segments = path.split("/");
        if (segments.length < 3 || !segments[1].equals("v1")) {
            conflicts.add(service.module() + ": " + path + " does not stand under /v1");
            return;
        }
        String shape = path.replaceAll("\\{[^/]*}", "{}");
        String known = shapes.putIfAbsent(shape, path);
        if (known != null) {
            conflicts.add(service.module() + ": " + path + " is taken by " + known);
            return;
        }
        // Every service has its own audit trail, under one name.
        String resource = segments[2].equals("audit") && segments.length > 3 ? "audit/" + segments[3] : segments[2];
        Service owner = owners.putIfAbsent(resource, service);
        if (owner != null && owner != service) {
            conflicts.add(service.module() + ": " + path + " begins like the paths of " + owner.module());
        }
        PathItems.operations(item).forEach((method, operation) -> {
            addOperationId(method + " " + path, operation.path("operationId").asText());
            operations.add(new Operation(service, method, path, PathItems.isOpen(operation)));
            if (PathItems.isOpen(operation) && !PathItems.mayBeOpen(path)) {
                conflicts.add(service.module() + ": " + method + " " + path + " would be answered without a token");
            }
            PathItems.secure(operation);
            Refusals.complete(operation);
        });
        document.withObject("/paths").set(path, item);
    }

    private void addOperationId(String operation, String id) {
        String other = operationIds.putIfAbsent(id, operation);
        if (id.isEmpty() || other != null) {
            conflicts.add(operation + ": operationId '" + id + "' is missing or that of " + other);
        }
    }

    private void addComponent(Service service, String kind, String name, JsonNode component) {
        ObjectNode known = document.withObject("/components").withObjectProperty(kind);
        JsonNode other = known.get(name);
        if (other != null && !other.equals(component)) {
            conflicts.add(
                    service.module() + ": components/" + kind + "/" + name + " differs from the one already there");
        }
        known.set(name, component);
    }

    private void addTag(Service service, JsonNode tag) {
        for (JsonNode known : document.withArray("tags")) {
            if (known.path("name").equals(tag.path("name"))) {
                if (!ownTags.contains(known) && !known.equals(tag)) {
                    conflicts.add(
                            service.module() + ": tag " + tag.path("name").asText() + " is described differently");
                }
                return;
            }
        }
        document.withArray("tags").add(tag);
    }

    /** Ends the merge. */
    void finish() {
        Set<String> used = new HashSet<>(document.path("paths").findValues("tags").stream()
                .flatMap(tags -> tags.valueStream().map(JsonNode::asText))
                .toList());
        document.withArray("tags")
                .removeIf(tag -> !used.contains(tag.path("name").asText()));
        References.dangling(document).forEach(r -> conflicts.add(r + " is referred to, but nowhere defined"));
        if (!conflicts.isEmpty()) {
            throw new ContractConflict(conflicts);
        }
        dropUnused();
    }

    /** Takes out what nothing refers to any more, such as a command of which only the patch is offered. */
    private void dropUnused() {
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            Set<String> used = References.all(document);
            for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
                if (!kind.getKey().equals("securitySchemes")) {
                    dropped |= ((ObjectNode) kind.getValue())
                            .properties()
                            .removeIf(component ->
                                    !used.contains("#/components/" + kind.getKey() + "/" + component.getKey()));
                }
            }
        }
    }

    ObjectNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }
}
