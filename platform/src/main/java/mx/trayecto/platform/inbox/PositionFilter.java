package mx.trayecto.platform.inbox;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Makes a request wait until this service has applied the positions its caller names. */
@Provider
public class PositionFilter implements ContainerRequestFilter {
    public static final String HEADER = "Trayecto-Min-Position";

    @Inject
    AppliedPositions applied;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header != null && !header.isBlank()) {
            applied.await(header);
        }
    }
}
