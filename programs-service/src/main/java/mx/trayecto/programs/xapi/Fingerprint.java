package mx.trayecto.programs.xapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.field.Hours;

/** By what a statement is known again of which nothing else is kept. */
final class Fingerprint {
    private Fingerprint() {}

    /** Of what it says. */
    static byte[] of(JsonNode told) {
        return asWritten(canonical(told));
    }

    /** Of how it was written. */
    static byte[] asWritten(JsonNode told) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(told.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw ProblemException.of(CommonProblem.INTERNAL);
        }
    }

    /** The same members in another order, and 1.0 for 1, are the same statement. */
    private static JsonNode canonical(JsonNode told) {
        if (told.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            told.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            sorted.setAll(members);
            return sorted;
        }
        if (told.isArray()) {
            ArrayNode same = JsonNodeFactory.instance.arrayNode();
            told.forEach(each -> same.add(canonical(each)));
            return same;
        }
        return told.isNumber() ? TextNode.valueOf("#" + Hours.plain(told.decimalValue())) : told;
    }
}
