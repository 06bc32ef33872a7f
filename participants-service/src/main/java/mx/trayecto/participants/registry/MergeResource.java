package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** Two records of one woman made one, and parted again. */
@Path("/v1/participants/{id}/merges")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates", description = "Records that may be of one woman")
class MergeResource {
    @Inject
    Merges merges;

    @Inject
    MergeLog log;

    @Inject
    Participants participants;

    @Inject
    IdentityReads reads;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Merge another record into this one",
            description = "No id is rewritten: consents, references, applications and enrolments stay under the record"
                    + " they were made under. The record taken over is read, changed and found as this one, with"
                    + " `mergedInto`; a reference of it leads here. What is known of her is what this record says; of"
                    + " her consents the latest word on each purpose holds. Two live enrolments in one program both stay:"
                    + " they show among the conflicts of enrolments, of a protected woman among those that are listed to who"
                    + " opened her (`listProtectedConflicts`). If one of the two is protected, both are, and only"
                    + " an identity access to each lets them be merged, and one to either tells that they are one; to"
                    + " others each stays a record by itself.")
    @APIResponse(
            responseCode = "201",
            description = "Merged",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Response mergeParticipants(@PathParam("id") UUID id, MergeRecords command) {
        return writes.create(
                "/v1/participants/" + id + "/merges",
                command,
                () -> MergeView.of(log.require(id, merges.merge(id, command))),
                merge -> MergeView.of(log.require(id, merge)));
    }

    @GET
    @Transactional
    @RolesAllowed({Scopes.READ, Scopes.IDENTITY})
    @Operation(summary = "List the merges that a person's records took part in, in their order")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = MergePage.class)))
    public Response listMerges(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        reads.opened("listMerges", participants.require(id));
        return pages.page(
                page,
                new HashMap<String, String>(),
                (after, rows) -> log.rows(id, after, rows),
                merge -> merge.id,
                MergeView::of);
    }

    @GET
    @Path("{merge}")
    @Transactional
    @RolesAllowed({Scopes.READ, Scopes.IDENTITY})
    @Operation(summary = "Read a merge")
    @APIResponse(
            responseCode = "200",
            description = "The merge",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Response readMerge(@PathParam("id") UUID id, @PathParam("merge") UUID merge) {
        reads.opened("readMerge", participants.require(id));
        return Answers.ok(MergeView.of(log.require(id, merge)));
    }

    @POST
    @Path("{merge}/reversal")
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            summary = "Take a merge back",
            description = "The record taken over stands by itself again, with what was merged into it before; what"
                    + " happened under either id stays there. Consents hold as they were said under each. Protection that"
                    + " the merge brought ends with it, unless other records remain merged. The pair is remembered as"
                    + " dismissed.")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Response reverseMerge(@PathParam("id") UUID id, @PathParam("merge") UUID merge, ReverseMerge command) {
        return writes.act(
                command,
                () -> MergeView.of(merges.reverse(id, merge, command.reason())),
                made -> MergeView.of(log.require(id, made)));
    }

    /** One page of merges. */
    @Schema(name = "MergePage")
    record MergePage(List<MergeView> items, String nextCursor) {}
}
