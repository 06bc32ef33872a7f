package mx.trayecto.platform.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The operators' way to check the audit of all tenants; it shows no entry. It is no part of the contract and the gateway
 * does not route to it: it is reached on the service's own port.
 */
@Path("/internal/audit")
@RunOnVirtualThread
@RolesAllowed("tenants:admin")
public class ChainResource {
    @Inject
    Verification verification;

    record Chains(List<UUID> tenants) {}

    @GET
    @Operation(hidden = true)
    public Chains chains() throws SQLException {
        return new Chains(verification.tenants());
    }

    /** The check of a part of a tenant's chain. */
    @GET
    @Path("/{tenant}")
    @Operation(hidden = true)
    public AuditVerification verify(@PathParam("tenant") UUID tenant, @BeanParam VerificationQuery query)
            throws SQLException {
        return verification.check(tenant, query.after(), query.kept());
    }
}
