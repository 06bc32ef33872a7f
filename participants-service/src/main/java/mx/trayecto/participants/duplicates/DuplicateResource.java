package mx.trayecto.participants.duplicates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.breakglass.IdentityAccesses;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.Codes;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

/** Records that may be of one woman, for a person to look at. */
@Path("/v1/duplicates")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates", description = "Records that may be of one woman")
class DuplicateResource {
    private static final String READ = "participants:read";
    private static final String WRITE = "participants:write";
    private static final String IDENTITY = IdentityAccesses.SCOPE;

    @Inject
    Duplicates duplicates;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @GET
    @Transactional
    @RolesAllowed({READ, IDENTITY})
    @Operation(
            summary = "List pairs of records that may be of one woman, in the order they were found",
            description = "Records are compared within seconds after they were registered, or their names, birth date,"
                    + " CURP or phone changed, with those that have something telling in common with them. What more than"
                    + " 200 share, such as a shelter's phone, tells nobody apart by itself, but does together with"
                    + " anything else in common. Where there are more than 1,000 of those, the ones with the most in"
                    + " common are compared. A pair is shown to who sees both records; one with a protected record"
                    + " under an identity access to that only.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DuplicatePage.class)))
    public Response listDuplicates(
            @BeanParam PageQuery page,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = DuplicateStatus.class)) String status) {
        DuplicateStatus wanted = status == null ? null : status(status);
        Map<String, String> filter = new HashMap<>();
        filter.put("status", status);
        return pages.page(
                page,
                filter,
                (after, rows) -> duplicates.rows(after, rows, wanted),
                duplicate -> duplicate.id,
                DuplicateView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({READ, IDENTITY})
    @Operation(summary = "Read a pair of records that may be of one woman")
    @APIResponse(
            responseCode = "200",
            description = "The pair",
            content = @Content(schema = @Schema(implementation = DuplicateView.class)))
    public Response readDuplicate(@PathParam("id") UUID id) {
        return Answers.ok(DuplicateView.of(duplicates.read(id)));
    }

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(WRITE)
    @Operation(
            summary = "Confirm that both records are of one woman",
            description = "With `survivor` the other one is merged into it in the same act; it can be taken back as any"
                    + " merge. Without, they may be merged later.")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = DuplicateView.class)))
    public Response confirmDuplicate(@PathParam("id") UUID id, ConfirmDuplicate command) {
        return writes.act(command, () -> DuplicateView.of(duplicates.confirm(id, command.survivor())), this::view);
    }

    @POST
    @Path("{id}/dismissal")
    @RolesAllowed(WRITE)
    @Operation(
            summary = "Say that the two records are of two women",
            description =
                    "It is remembered: the pair is not found again until a name, the birth date or the CURP of one"
                            + " of the two has become another. It then is open once more. What is merged is"
                            + " parted by the reversal of its merge instead.")
    @APIResponse(
            responseCode = "200",
            description = "Dismissed",
            content = @Content(schema = @Schema(implementation = DuplicateView.class)))
    public Response dismissDuplicate(@PathParam("id") UUID id, DismissDuplicate command) {
        return writes.act(command, () -> DuplicateView.of(duplicates.dismiss(id, command.reason())), this::view);
    }

    private DuplicateView view(UUID id) {
        return DuplicateView.of(duplicates.require(id));
    }

    private static DuplicateStatus status(String code) {
        return Codes.read(DuplicateStatus.class, code)
                .orElseThrow(() -> Codes.refuse(
                        ProblemException.of(CommonProblem.VALIDATION), DuplicateStatus.class, "status", "code"));
    }

    /** One page of pairs. */
    @Schema(name = "DuplicatePage")
    record DuplicatePage(List<DuplicateView> items, String nextCursor) {}
}
