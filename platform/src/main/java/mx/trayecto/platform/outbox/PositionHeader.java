package mx.trayecto.platform.outbox;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the caller where her write stands in the topics, so that a later read can wait for it. */
@Provider
public class PositionHeader implements ContainerResponseFilter {
    @Inject
    Positions positions;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String header = response.getStatus() < 300 && !request.getMethod().equals("GET") ? positions.header() : null;
        if (header != null) {
            response.getHeaders().putSingle(Positions.HEADER, header);
        }
    }
}
