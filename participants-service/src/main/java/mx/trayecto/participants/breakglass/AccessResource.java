package mx.trayecto.participants.breakglass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

/** Who opened which protected record, for those who look into it. */
@Path("/v1/identity-accesses")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Protection", description = "Protected records opened, for an hour each, and what was found of it")
class AccessResource {
    private static final String AUDITOR = "audit:read";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Inject
    IdentityAccesses accesses;

    @Inject
    Preconditions preconditions;

    @Inject
    Audit audit;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @GET
    @Transactional
    @RolesAllowed({IdentityAccesses.SCOPE, AUDITOR})
    @Operation(summary = "List accesses to protected records in the order they were granted")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AccessPage.class)))
    public Response listIdentityAccesses(
            @BeanParam PageQuery page,
            @QueryParam("reviewed") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String reviewed,
            @QueryParam("participant") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String participant) {
        ProblemException problem = ProblemException.of(CommonProblem.VALIDATION);
        unless(reviewed == null || reviewed.matches("true|false"), "reviewed", problem);
        unless(participant == null || participant.matches(UUID_FORM), "participant", problem);
        if (problem.hasErrors()) {
            throw problem;
        }
        Boolean looked = reviewed == null ? null : Boolean.valueOf(reviewed);
        UUID who = participant == null ? null : UUID.fromString(participant);
        Map<String, Object> filter = new HashMap<>();
        filter.put("reviewed", looked);
        filter.put("participant", who);
        return pages.page(
                page,
                filter,
                (after, rows) -> accesses.list(after, rows, looked, who),
                access -> access.id,
                AccessView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({IdentityAccesses.SCOPE, AUDITOR})
    @Operation(summary = "Read an access, with what was told of why", description = "Reading it leaves a trace.")
    @APIResponse(
            responseCode = "200",
            description = "The access",
            content = @Content(schema = @Schema(implementation = AccessView.class)))
    public Response readIdentityAccess(@PathParam("id") UUID id) {
        AccessView view = accesses.view(id);
        audit.record("readIdentityAccess", id, null);
        return Answers.ok(view);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(IdentityAccesses.SCOPE)
    @Operation(summary = "End an access before its hour is over", description = "The entry stays.")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response endIdentityAccess(@PathParam("id") UUID id) {
        return writes.delete(id, () -> {
            IdentityAccess access = accesses.require(id);
            preconditions.check(access.version);
            accesses.end(access);
        });
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed({IdentityAccesses.SCOPE, AUDITOR})
    @Operation(summary = "Mark an access as reviewed", description = "Once, and by somebody else than who had it.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed",
            content = @Content(schema = @Schema(implementation = AccessView.class)))
    public Response reviewIdentityAccess(@PathParam("id") UUID id, ReviewAccess command) {
        return writes.act(command, () -> accesses.review(id, command), accesses::view);
    }

    private static void unless(boolean formed, String parameter, ProblemException problem) {
        if (!formed) {
            problem.error(parameter, "pattern", "no tiene la forma debida", "does not have the form it must have");
        }
    }

    /** One page of accesses. */
    @Schema(name = "IdentityAccessPage")
    record AccessPage(List<AccessView> items, String nextCursor) {}
}
