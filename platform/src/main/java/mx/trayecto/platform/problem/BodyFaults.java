package mx.trayecto.platform.problem;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/**
 * Collects what is wrong with a body while Jackson reads it, so that a caller is told all errors at once. Outside
 * {@link #collecting} Jackson fails at the first, as usual.
 */
final class BodyFaults extends DeserializationProblemHandler {
    private static final ThreadLocal<ProblemException> FOUND = new ThreadLocal<>();

    /** What a value that is no such thing should have been. */
    private static final Map<Class<?>, String[]> FORMS = Map.of(
            UUID.class, new String[] {"debe ser un UUID", "must be a UUID"},
            LocalDate.class, new String[] {"debe ser una fecha, como 2026-01-31", "must be a date, such as 2026-01-31"},
            Instant.class,
                    new String[] {
                        "debe ser un instante, como 2026-01-31T18:00:00Z",
                        "must be an instant, such as 2026-01-31T18:00:00Z"
                    },
            Boolean.class, new String[] {"debe ser true o false", "must be true or false"},
            Integer.class, new String[] {"debe ser un número entero", "must be a whole number"},
            BigDecimal.class, new String[] {"debe ser un número", "must be a number"});

    /** Something that reads a body. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads with every fault added to {@code faults}; what could not be read is null. */
    static <T> T collecting(ProblemException faults, Reading<T> reading) throws IOException {
        FOUND.set(faults);
        try {
            return reading.read();
        } finally {
            FOUND.remove();
        }
    }

    /** The problem of a body that could not be read at all, or whose first fault ended the reading. */
    static ProblemException problem(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                        && (mapping instanceof MismatchedInputException
                                || !mapping.getPath().isEmpty())
                ? wrongType(ProblemException.of(CommonProblem.VALIDATION), pointer(mapping))
                : ProblemException.of(CommonProblem.MALFORMED)
                        .detail("El cuerpo no es JSON válido.", "The body is not valid JSON.");
    }

    static ProblemException wrongType(ProblemException problem, String pointer) {
        return problem.error(pointer, "type", "tiene un tipo o valor no admitido", "has a type or value not allowed");
    }

    static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? step.getIndex()
                                    : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser p, JsonDeserializer<?> d, Object bean, String name)
            throws IOException {
        if (FOUND.get() == null) {
            return false;
        }
        FOUND.get().error(pointer(p), "unknown-field", "no es un campo conocido", "is not a known field");
        p.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String why) {
        return noted(context.getParser(), type);
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String why) {
        return noted(context.getParser(), type);
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser p, String why)
            throws IOException {
        Object answer = noted(p, type.getRawClass());
        if (answer == null) {
            p.skipChildren();
        }
        return answer;
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            com.fasterxml.jackson.databind.deser.ValueInstantiator instantiator,
            JsonParser p,
            String why)
            throws IOException {
        Object answer = noted(p, type);
        if (answer == null) {
            p.skipChildren();
        }
        return answer;
    }

    private static Object noted(JsonParser parser, Class<?> type) {
        if (FOUND.get() == null || type.isPrimitive()) {
            return NOT_HANDLED;
        }
        ProblemException faults = FOUND.get();
        String pointer = pointer(parser);
        String[] form = FORMS.get(type);
        if (type.isEnum()) {
            Codes.refuse(faults, type, pointer, "type");
        } else if (form != null) {
            faults.error(pointer, "type", form[0], form[1]);
        } else {
            wrongType(faults, pointer);
        }
        return null;
    }
}
