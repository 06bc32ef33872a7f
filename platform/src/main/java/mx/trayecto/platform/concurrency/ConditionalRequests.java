package mx.trayecto.platform.concurrency;

import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** {@code If-Match} is demanded where a known version is changed; {@code If-None-Match} turns an unchanged read to 304. */
@Provider
public class ConditionalRequests implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (CHANGING.contains(request.getMethod())
                && request.getHeaderString(HttpHeaders.IF_MATCH) == null
                && resource.getResourceMethod() != null
                && !resource.getResourceMethod().isAnnotationPresent(NoPrecondition.class)) {
            throw ProblemException.of(CommonProblem.PRECONDITION_MISSING)
                    .detail(
                            "Envíe en If-Match el ETag de la versión que leyó.",
                            "Send the ETag of the version you read in If-Match.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        EntityTag tag = response.getEntityTag();
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tag != null
                && known != null
                && response.getStatus() == 200
                && request.getMethod().equals("GET")) {
            if (known.equals("*") || known.contains('"' + tag.getValue() + '"')) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }
}
