package mx.trayecto.platform.problem;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The codes that a value may have, told to whoever gave another.
 *
 * @param all as they stand in JSON
 */
public record Codes(List<String> all) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those of an enumeration. */
    public static Codes of(Class<?> enumeration) {
        return new Codes(Stream.of(enumeration.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asText())
                .toList());
    }

    /**
     * Adds the fault to a problem.
     *
     * @param pointer where the value stands, or the name of its parameter
     * @param code of the fault
     */
    public ProblemException refuse(ProblemException problem, String pointer, String code) {
        String codes = String.join(", ", all);
        return problem.error(pointer, code, "debe ser uno de: " + codes, "must be one of: " + codes);
    }
}
