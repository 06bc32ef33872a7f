package mx.trayecto.programs.agreement;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.programs.field.Filters;

/** Agreements: who funds, answers for and carries out what. */
@Path("/v1/agreements")
@Tag(name = "Agreements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class AgreementResource {
    @Inject
    Agreements agreements;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Sign an agreement")
    @APIResponseSchema(value = AgreementView.class, responseDescription = "Made", responseCode = "201")
    public Response signAgreement(SignAgreement command) {
        return agreements.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List agreements")
    @APIResponseSchema(value = AgreementPage.class, responseDescription = "One page")
    public Response listAgreements(
            @BeanParam PageQuery page,
            @QueryParam("budgetKey")
                    @Parameter(description = "Only of this key in the federal budget", schema = @Schema(maxLength = 10))
                    String budgetKey) {
        return agreements.list(page, new Filters().text("budgetKey", "budgetKey", budgetKey, 10));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read an agreement")
    @APIResponseSchema(value = AgreementView.class, responseDescription = "The agreement")
    public Response readAgreement(@PathParam("id") UUID id) {
        return agreements.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change an agreement")
    @RequestBody(content = @Content(schema = @Schema(implementation = SignAgreement.class)))
    @APIResponseSchema(value = AgreementView.class, responseDescription = "Changed")
    public Response changeAgreement(@PathParam("id") UUID id, JsonNode patch) {
        return agreements.change(id, patch);
    }
}
