package mx.trayecto.participants.registry;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Which fields a change made other than they were: what the audit tells of it, and never what stands in them. */
@ApplicationScoped
class ChangedFields {
    @Inject
    ObjectMapper json;

    /** Names as in the contract, those within objects among them. */
    Set<String> between(RegisterParticipant before, RegisterParticipant after) {
        Set<String> names = new TreeSet<>();
        compare(json.valueToTree(before), json.valueToTree(after), names);
        return names;
    }

    private static void compare(JsonNode before, JsonNode after, Set<String> names) {
        Set<String> fields = new TreeSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode was = before.path(field);
            JsonNode is = after.path(field);
            if (!was.equals(is) && (says(was) || says(is))) {
                names.add(field);
                if (was.isObject() || is.isObject()) {
                    compare(was, is, names);
                }
            }
        }
    }

    /** Absent, null and an empty list are all the same. */
    private static boolean says(JsonNode value) {
        return value.isContainerNode() ? !value.isEmpty() : !value.isMissingNode() && !value.isNull();
    }
}
