package mx.trayecto.platform.tenancy;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses a token that names no tenant before anything else is looked at. */
@Provider
public class TenantFilter implements ContainerRequestFilter {
    @Inject
    CurrentActor actor;

    @Override
    public void filter(ContainerRequestContext request) {
        actor.find();
    }
}
