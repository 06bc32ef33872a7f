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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
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

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Grant a membership")
    @APIResponseSchema(value = MembershipView.class, responseDescription = "Made", responseCode = "201")
    public Response grantMembership(GrantMembership command) {
        return memberships.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List memberships")
    @APIResponseSchema(value = MembershipPage.class, responseDescription = "One page")
    public Response listMemberships(@BeanParam PageQuery page) {
        return memberships.list(page, new Filters());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a membership")
    @APIResponseSchema(value = MembershipView.class, responseDescription = "The membership")
    public Response readMembership(@PathParam("id") UUID id) {
        return memberships.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Change a membership")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantMembership.class)))
    @APIResponseSchema(value = MembershipView.class, responseDescription = "Changed")
    public Response changeMembership(@PathParam("id") UUID id, JsonNode patch) {
        return memberships.change(id, patch);
    }
}
