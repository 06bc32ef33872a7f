package mx.trayecto.programs.organization;

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

/** Organizations: who owns, funds, runs or receives. */
@Path("/v1/organizations")
@Tag(name = "Organizations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class OrganizationResource {
    @Inject
    Organizations organizations;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Register an organization")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response registerOrganization(RegisterOrganization command) {
        return writes.create("/v1/organizations", command, () -> organizations.register(command), organizations::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List organizations")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = OrganizationPage.class)))
    public Response listOrganizations(@BeanParam PageQuery page) {
        Filters filters = new Filters();
        return pages.page(
                page,
                filters.values(),
                (after, rows) -> filters.rows(Organization.class, after, rows),
                organization -> organization.id,
                OrganizationView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read an organization")
    @APIResponse(
            responseCode = "200",
            description = "The organization",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response readOrganization(@PathParam("id") UUID id) {
        return Answers.ok(organizations.view(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change an organization")
    @RequestBody(content = @Content(schema = @Schema(implementation = RegisterOrganization.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response changeOrganization(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> organizations.change(id, patch));
    }
}
