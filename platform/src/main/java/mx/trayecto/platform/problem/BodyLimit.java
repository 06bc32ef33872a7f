package mx.trayecto.platform.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Refuses bodies of more than a mebibyte, except those of imports, which the server itself bounds. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    private static final long MOST = 1024 * 1024;

    /** Under this name the server keeps how much it reads of a body that does not tell its length. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    @Inject
    CurrentVertxRequest current;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().endsWith("/imports")) {
            return;
        }
        if (request.getLength() > MOST) {
            throw ProblemException.of(CommonProblem.TOO_LARGE).header("Connection", "close");
        }
        if (current.getCurrent() != null) {
            current.getCurrent().put(LIMIT, MOST);
        }
    }
}
