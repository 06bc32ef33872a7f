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

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

/** The credentials of one graduate. */
@Path("/v1/enrollments/{id}/credentials")
@Tag(name = "Credentials", description = "What graduates hold, and how anybody verifies it")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class GraduateCredentialResource {
    @Inject
    Credentials credentials;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("graduations:decide")
    @Operation(summary = "Issue a graduate's credential", description = "The one that she holds, where she holds one.")
    @APIResponseSchema(value = CredentialView.class, responseDescription = "The credential")
    public Response issueCredential(@PathParam("id") UUID enrollment) {
        return writes.act(enrollment, () -> credentials.issue(enrollment), credentials::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List a graduate's credentials", description = "Those that were revoked too.")
    @APIResponseSchema(value = CredentialPage.class, responseDescription = "One page")
    public Response listCredentials(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return Filters.of("enrollmentId", Enrollment.of(id).id).page(pages, page, Credential.class, credentials::view);
    }
}
