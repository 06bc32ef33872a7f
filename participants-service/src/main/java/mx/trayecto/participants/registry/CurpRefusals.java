package mx.trayecto.participants.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import mx.trayecto.platform.problem.Problem;

/** Nobody is told that a CURP is taken without a trace, whichever request it was in. */
@Provider
public class CurpRefusals implements ContainerResponseFilter {
    @Inject
    CurpTraces traces;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && problem.code().equals(ParticipantProblem.DUPLICATE_CURP.code())) {
            traces.refused(resource.getResourceMethod().getName());
        }
    }
}
