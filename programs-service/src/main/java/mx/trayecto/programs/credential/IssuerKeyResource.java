package mx.trayecto.programs.credential;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/** The keys with which a tenant signs credentials. */
@Path("/v1/issuer-keys")
@Tag(name = "Credentials", description = "What graduates hold, and how anybody verifies it")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class IssuerKeyResource {
    @Inject
    IssuerKeys keys;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Sign credentials with a new key from now on",
            description = "What was signed before is verified with the keys of its time, which stay published.")
    @APIResponseSchema(
            value = IssuerKeyView.class,
            responseDescription = "The new key's public part",
            responseCode = "201")
    public Response rotateIssuerKey() {
        return writes.create("/v1/issuer-keys", "", keys::made, keys::view);
    }

    @GET
    @Transactional
    @RolesAllowed({"programs:write", "enrollments:read"})
    @Operation(summary = "List the keys", description = "Those that sign no more and those that were withdrawn too.")
    @APIResponseSchema(value = IssuerKeyPage.class, responseDescription = "One page")
    public Response listIssuerKeys(@BeanParam PageQuery page) {
        return new Filters().page(pages, page, IssuerKey.class, keys::view);
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Withdraw a key that others may have",
            description =
                    "It is published no more, and nothing that it signed is verified any longer, at whatever time it was"
                            + " signed: since the key's thief can write any date, no date tells the true ones. A key that signs is"
                            + " replaced at once. Graduates whose credentials it signed hold none then, until they are issued"
                            + " anew: POST /v1/cohorts/{id}/credentials, cohort by cohort, or"
                            + " POST /v1/enrollments/{id}/credentials. It cannot be taken back.")
    @APIResponseSchema(value = IssuerKeyView.class, responseDescription = "The key, withdrawn")
    public Response withdrawIssuerKey(@PathParam("id") UUID id) {
        return writes.act(id, () -> keys.withdrawn(id), keys::view);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({"programs:write", "enrollments:read"})
    @Operation(summary = "Read a key's public part")
    @APIResponseSchema(value = IssuerKeyView.class, responseDescription = "The key's public part")
    public Response readIssuerKey(@PathParam("id") UUID id) {
        return Answers.ok(keys.view(id));
    }
}
