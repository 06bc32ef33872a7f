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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
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

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Register an organization")
    @APIResponseSchema(value = OrganizationView.class, responseDescription = "Registered", responseCode = "201")
    public Response registerOrganization(RegisterOrganization command) {
        return organizations.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List organizations")
    @APIResponseSchema(value = OrganizationPage.class, responseDescription = "One page")
    public Response listOrganizations(@BeanParam PageQuery page) {
        return organizations.list(page, new Filters());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read an organization")
    @APIResponseSchema(value = OrganizationView.class, responseDescription = "The organization")
    public Response readOrganization(@PathParam("id") UUID id) {
        return organizations.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change an organization")
    @RequestBody(content = @Content(schema = @Schema(implementation = RegisterOrganization.class)))
    @APIResponseSchema(value = OrganizationView.class, responseDescription = "Changed")
    public Response changeOrganization(@PathParam("id") UUID id, JsonNode patch) {
        return organizations.change(id, patch);
    }
}
