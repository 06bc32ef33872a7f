package mx.trayecto.programs.held;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.crypto.Vouchers;
import mx.trayecto.platform.writes.NotIdempotent;
import mx.trayecto.programs.access.Reach;

import static mx.trayecto.programs.field.Headers.unkept;

/**
 * What this service holds of a person, for the archive that participants-service makes of a granted request of access. It is
 * no part of the contract and the gateway does not route to it: participants-service reaches it on the service's own port.
 *
 * <p>Nobody gets more here than participants-service would hand over. Two things are asked for:
 *
 * <ul>
 *   <li>the officer's own token, as of any request: {@code arco:write}, of the tenant, and limited neither to centres nor to
 *       a portal, since what is given is of the whole tenant;
 *   <li>a {@linkplain Vouchers voucher} of participants-service for this very officer and these very records, not a minute
 *       old. It has one only after it has looked that there is a granted request of access, that the officer sees her and,
 *       where she is protected, has an identity access to her; of blocked and suppressed ones it has none.
 * </ul>
 *
 * <p>The audit names the record that her request was filed for, and of the others their number: an entry with two of them
 * would lead an auditor from one record of a protected woman to another.
 *
 * <p>So this service need not know who opened a protected record, and an officer who calls it without participants-service
 * gets nothing of anybody. Which records are one woman's the voucher says, and nothing else in the request. What whoever
 * applied for her did not see ({@code recordHidden}) is hers, and given to her.
 */
@Path("/internal/held-data")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class HeldDataResource {
    /** The operation of participants-service that it serves; both services' audits know it by this name. */
    private static final String USE = "exportArcoRequest";

    @Inject
    Reach reach;

    @Inject
    Vouchers vouchers;

    @Inject
    HeldData held;

    @Inject
    Audit audit;

    /** @param participant the record that her request was filed for, whose key sealed the voucher */
    record AskHeldData(
            @NotNull UUID participant,
            @NotNull @Size(max = 100_000) String voucher) {}

    @POST
    @Transactional
    @NotIdempotent
    @RolesAllowed("arco:write")
    @Operation(hidden = true)
    public Response heldData(AskHeldData asked) {
        reach.wholeTenant();
        List<UUID> records = vouchers.redeem(USE, asked.participant(), asked.voucher());
        var all = held.of(records);
        audit.record(USE, asked.participant(), Map.of("records", records.size()));
        return unkept(Response.ok(all).build());
    }
}
