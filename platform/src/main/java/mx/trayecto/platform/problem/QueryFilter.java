package mx.trayecto.platform.problem;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * Refuses query parameters that the operation does not have, those sent twice and those without a value: a filter that
 * is passed over answers with figures of something else, and a misspelt {@code dryRun} graduates for good.
 */
@Provider
public class QueryFilter implements ContainerRequestFilter {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method operation = resource.getResourceMethod();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (operation == null || query == null) {
            return;
        }
        Set<String> names = known.computeIfAbsent(operation, QueryFilter::names);
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        parameters(query).forEach((name, values) -> {
            if (!names.contains(name)) {
                faults.error(
                        shown(name),
                        "unknown-parameter",
                        "no es un parámetro de esta operación",
                        "is not a parameter of this operation");
            } else if (values.size() > 1) {
                faults.error(name, "repeated-parameter", "se envió más de una vez", "was sent more than once");
            } else if (values.getFirst().isEmpty()) {
                faults.error(name, "empty-parameter", "se envió sin valor", "was sent without a value");
            }
        });
        if (faults.hasErrors()) {
            throw faults;
        }
    }

    /** Read here, since the server's own reading takes {@code Limit} for {@code limit}. */
    private static Map<String, List<String>> parameters(String query) {
        try {
            return new QueryStringDecoder(query, false).parameters();
        } catch (IllegalArgumentException badEscape) {
            throw ProblemException.of(CommonProblem.MALFORMED);
        }
    }

    /** The caller's own word for it, unless it is no word: text of any other form may be someone's data. */
    private static String shown(String name) {
        return name.matches("[A-Za-z_-]{1,40}") ? name : "?";
    }

    private static Set<String> names(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(QueryFilter::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Stream.<Class<?>>iterate(parameter.getType(), type -> type != null, Class::getSuperclass)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .flatMap(QueryFilter::name)
                : name(parameter);
    }

    private static Stream<String> name(AnnotatedElement declared) {
        return Stream.ofNullable(declared.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
