package mx.trayecto.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The codes of enumerations, as they stand in JSON, in events and in the parameters of requests. */
public final class Codes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ClassValue<List<String>> KNOWN = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> enumeration) {
            return Stream.of(enumeration.getEnumConstants())
                    .map(constant -> JSON.valueToTree(constant).asText())
                    .toList();
        }
    };

    private Codes() {}

    /** The code of a constant. */
    public static String of(Enum<?> constant) {
        return KNOWN.get(constant.getDeclaringClass()).get(constant.ordinal());
    }

    /** The constant that has a code; none where the code is unknown or null. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> enumeration, String code) {
        return Stream.of(enumeration.getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst();
    }

    /**
     * Adds a fault to a problem, which names all codes that there are.
     *
     * @param pointer where the value stands, or the name of its parameter
     * @param code of the fault
     */
    public static ProblemException refuse(ProblemException problem, Class<?> enumeration, String pointer, String code) {
        String codes = String.join(", ", KNOWN.get(enumeration));
        return problem.error(pointer, code, "debe ser uno de: " + codes, "must be one of: " + codes);
    }
}
