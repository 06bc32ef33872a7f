package mx.trayecto.programs.membership;

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

/** Memberships: which organizations act for the tenant, and how far. */
@Path("/v1/memberships")
@Tag(name = "Memberships")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "tenants:admin"})
class MembershipResource {
    @Inject
    Memberships memberships;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Grant a membership")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response grantMembership(GrantMembership command) {
        return writes.create("/v1/memberships", command, () -> memberships.grant(command), memberships::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List memberships")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = MembershipPage.class)))
    public Response listMemberships(@BeanParam PageQuery page) {
        Filters filters = new Filters();
        return pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(Membership.class, after, rows),
                membership -> membership.id,
                MembershipView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a membership")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response readMembership(@PathParam("id") UUID id) {
        return Answers.ok(memberships.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a membership")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantMembership.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response changeMembership(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> memberships.change(id, patch));
    }
}
