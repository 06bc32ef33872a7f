package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.participants.curp.Curp;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tasks.RowResult;

/**
 * What a row of a file tells, and of whom.
 *
 * @param fields of a registration, in part or whole
 */
record Told(int line, Reference reference, ObjectNode fields) {
    RowResult rejected(ProblemException problem) {
        return RowResult.rejected(reference.externalId(), problem);
    }

    /** Whether it names her by more references than the one that it is keyed by. */
    boolean namesMore() {
        return !fields.path("references").isEmpty();
    }

    /** What no two rows may have in common, if the order of the two is not to matter. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add(reference.toString());
        fields.path("references")
                .forEach(other -> keys.add(new Reference(
                                other.path("sourceSystem").asText(),
                                other.path("externalId").asText())
                        .toString()));
        if (fields.hasNonNull("curp")) {
            keys.add(Curp.normalised(fields.path("curp").asText()));
        }
        return keys;
    }
}
