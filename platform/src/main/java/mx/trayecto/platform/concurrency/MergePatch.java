package mx.trayecto.platform.concurrency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.platform.problem.Bodies;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** JSON Merge Patch (RFC 7396) over a command: what the resource would be asked to be after the patch. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @Inject
    ObjectMapper json;

    @Inject
    Bodies bodies;

    /**
     * Merges a patch over the current values; {@code null} removes.
     *
     * @return the merged command, with all its rules checked but where the current values broke one already and stay
     * @throws ProblemException 422 with every error, unknown fields among them
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (patch == null || !patch.isObject()) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("", "type", "debe ser un objeto JSON", "must be a JSON object");
        }
        return bodies.read(merge(json.valueToTree(current), patch), type, current);
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : json.createObjectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.putNull(field.getKey()); // kept as null, so that an unknown field is still told
            } else {
                merged.set(field.getKey(), merge(merged.get(field.getKey()), field.getValue()));
            }
        });
        return merged;
    }
}
