package mx.trayecto.platform.writes;

import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Demands an {@code Idempotency-Key} on every POST that creates or acts. */
@Provider
public class KeyFilter implements ContainerRequestFilter {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST")
                || resource.getResourceMethod() == null
                || resource.getResourceMethod().isAnnotationPresent(NotIdempotent.class)) {
            return;
        }
        String key = request.getHeaderString(Writes.KEY);
        if (key == null || !FORM.matcher(key).matches()) {
            throw ProblemException.of(CommonProblem.IDEMPOTENCY_KEY_MISSING)
                    .detail(
                            "Envíe Idempotency-Key: de 8 a 128 caracteres visibles, uno nuevo por solicitud.",
                            "Send Idempotency-Key: 8 to 128 visible characters, a new one for each request.");
        }
    }
}
