package mx.trayecto.platform.problem;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.text.Language;

/** Reads bodies into commands and checks them: every error of form and of rule is told at once, by JSON Pointer. */
@Provider
@ApplicationScoped
public class Bodies implements ReaderInterceptor {
    @Inject
    ObjectMapper json;

    @Inject
    ValidatorFactory validators;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return checked(context::proceed, null);
    }

    /**
     * Turns JSON into a command that keeps all its rules.
     *
     * @throws ProblemException 422 with every error found
     */
    public <T> T read(JsonNode node, Class<T> type) {
        return read(node, type, null);
    }

    /**
     * The same of a command that is changed. What broke one already and stays as it is, is let be: a rule may be
     * younger than what it is held against.
     *
     * @param before the command as it would be without the change
     * @throws ProblemException 422 with every error found
     */
    public <T> T read(JsonNode node, Class<T> type, T before) {
        try {
            return checked(() -> json.treeToValue(node, type), before);
        } catch (JsonProcessingException e) {
            throw BodyFaults.problem(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <T> T checked(BodyFaults.Reading<T> reading, T before) throws IOException {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        T body;
        try {
            body = BodyFaults.collecting(faults, reading);
        } catch (JsonMappingException e) {
            throw BodyFaults.wrongType(faults, BodyFaults.pointer(e));
        } catch (NumberFormatException e) {
            // an exponent beyond all numbers, where the body is read before its form is known
            throw ProblemException.of(CommonProblem.MALFORMED);
        } catch (WebApplicationException e) {
            // the form in which the server's own reader passes on what Jackson threw
            throw e.getCause() instanceof JsonMappingException mapping
                    ? BodyFaults.wrongType(faults, BodyFaults.pointer(mapping))
                    : e;
        }
        if (body != null) {
            for (ConstraintViolation<T> violation : broken(body, before)) {
                String pointer = pointer(violation.getPropertyPath());
                if (!faults.names(pointer)) { // what could not be read is null, and need not be missed as well
                    faults.error(
                            pointer, code(violation), message(violation, Language.ES), message(violation, Language.EN));
                }
            }
        }
        if (faults.hasErrors()) {
            throw faults;
        }
        if (body == null) {
            throw ProblemException.of(CommonProblem.MALFORMED)
                    .detail("Falta el cuerpo de la solicitud.", "The request has no body.");
        }
        return body;
    }

    private <T> Set<ConstraintViolation<T>> broken(T body, T before) {
        Set<ConstraintViolation<T>> broken = validators.getValidator().validate(body);
        if (broken.isEmpty() || before == null) {
            return broken;
        }
        Set<Broken> known = validators.getValidator().validate(before).stream()
                .map(Broken::of)
                .collect(Collectors.toSet());
        return broken.stream()
                .filter(violation -> !known.contains(Broken.of(violation)))
                .collect(Collectors.toSet());
    }

    /** A rule that is broken, and by what; the same again where nothing of that has changed. */
    private record Broken(String path, String rule, Object by) {
        static Broken of(ConstraintViolation<?> violation) {
            return new Broken(
                    violation.getPropertyPath().toString(), violation.getMessageTemplate(), violation.getLeafBean());
        }
    }

    private String message(ConstraintViolation<?> violation, Language language) {
        return validators
                .getMessageInterpolator()
                .interpolate(
                        violation.getMessageTemplate(),
                        new Words(violation.getConstraintDescriptor()),
                        language.locale());
    }

    /** What a message may be made of: the rule, never the value. */
    private record Words(ConstraintDescriptor<?> descriptor) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return descriptor;
        }

        @Override
        public Object getValidatedValue() {
            return null;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }

    private static String code(ConstraintViolation<?> violation) {
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (rule) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "DecimalMin" -> belowZero(violation) ? "negative" : "decimal-min";
            default -> rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        };
    }

    /** A sign is another slip than a number that is too small. */
    private static boolean belowZero(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() instanceof BigDecimal given
                && given.signum() < 0
                && violation.getConstraintDescriptor().getAnnotation() instanceof DecimalMin least
                && !least.value().startsWith("-");
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
