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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
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

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Sign an agreement")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response signAgreement(SignAgreement command) {
        return writes.create("/v1/agreements", command, () -> agreements.sign(command), agreements::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List agreements")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AgreementPage.class)))
    public Response listAgreements(@BeanParam PageQuery page) {
        Filters filters = new Filters();
        return pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(Agreement.class, after, rows),
                agreement -> agreement.id,
                AgreementView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read an agreement")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response readAgreement(@PathParam("id") UUID id) {
        return Answers.ok(agreements.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change an agreement")
    @RequestBody(content = @Content(schema = @Schema(implementation = SignAgreement.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response changeAgreement(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> agreements.change(id, patch));
    }
}
