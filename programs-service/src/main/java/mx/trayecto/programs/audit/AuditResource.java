package mx.trayecto.programs.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.audit.AuditEntryPage;
import mx.trayecto.platform.audit.AuditQuery;
import mx.trayecto.platform.audit.AuditTrail;
import mx.trayecto.platform.audit.AuditVerification;
import mx.trayecto.platform.audit.VerificationQuery;

/** Who did what to which record, for auditors. */
@Path("/v1/audit/programs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to which record, and the proof that nothing of it was changed")
class AuditResource {
    private static final String SCOPE = "audit:read";

    @Inject
    AuditTrail trail;

    @GET
    @Transactional
    @RolesAllowed(SCOPE)
    @Operation(
            summary = "List who did what in programmes, in order of time",
            description =
                    "Changes, reads of staff, and what a woman was handed of her own (`exportArcoRequest`, by her record)."
                            + " Reading it leaves an entry too. Not for roles limited to centres or to a portal.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AuditEntryPage.class)))
    public Response listProgramAudit(
            @BeanParam AuditQuery query,
            @QueryParam("resource") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String resource) {
        UUID thing = AuditQuery.id("resource", resource);
        return trail.page("listProgramAudit", query, thing, thing == null ? List.of() : List.of(thing));
    }

    @GET
    @Path("verification")
    @RolesAllowed(SCOPE)
    @Operation(
            summary = "Check that nothing of the audit of programmes was changed, removed or added",
            description = "Part by part, as for the audit of participants.")
    @APIResponse(
            responseCode = "200",
            description = "From where to where was checked, and where it breaks",
            content = @Content(schema = @Schema(implementation = AuditVerification.class)))
    public AuditVerification verifyProgramAudit(@BeanParam VerificationQuery query) throws SQLException {
        return trail.verify(query);
    }
}
