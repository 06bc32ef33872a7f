package mx.trayecto.participants.collectives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Who is in a collective, in which role, from when to when. */
@Path("/v1/collectives/{id}/members")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collectives", description = "Cooperatives and productive networks, and who is in them")
class MemberResource {
    @Inject
    Collectives collectives;

    @Inject
    Members members;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed(CollectiveResource.WRITE)
    @Operation(
            summary = "Take a woman into a collective",
            description =
                    "One membership at a time for each woman; another role begins a new one, on the day on which the"
                            + " one before ended at the earliest. A protected record takes an identity access to it.")
    @APIResponse(
            responseCode = "201",
            description = "She is in it",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response joinCollective(@PathParam("id") UUID id, JoinCollective command) {
        return writes.create(
                "/v1/collectives/" + id + "/members",
                command,
                () -> members.join(id, command),
                member -> members.view(id, member, "joinCollective"));
    }

    @GET
    @Transactional
    @RolesAllowed({CollectiveResource.READ, CollectiveResource.IDENTITY})
    @Operation(
            summary = "List who is and was in a collective, in the order it was recorded",
            description = "Those whom the caller sees. A protected record is among them under an identity access only.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public Response listCollectiveMembers(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        collectives.require(id);
        Map<UUID, UUID> standing = new HashMap<>();
        return pages.page(
                page,
                new HashMap<String, String>(),
                (after, rows) -> {
                    List<Member> found = members.list(id, after, rows);
                    standing.putAll(members.standing("listCollectiveMembers", found));
                    return found;
                },
                member -> member.id,
                member -> MemberView.of(member, standing.get(member.participantId)));
    }

    @GET
    @Path("{member}")
    @Transactional
    @RolesAllowed({CollectiveResource.READ, CollectiveResource.IDENTITY})
    @Operation(summary = "Read a membership")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response readCollectiveMember(@PathParam("id") UUID id, @PathParam("member") UUID member) {
        return Answers.ok(members.view(id, member, "readCollectiveMember"));
    }

    @PATCH
    @Path("{member}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(CollectiveResource.WRITE)
    @Operation(summary = "Correct the role or the dates of a membership")
    @RequestBody(content = @Content(schema = @Schema(implementation = CorrectMember.class)))
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response correctCollectiveMember(
            @PathParam("id") UUID id, @PathParam("member") UUID member, JsonNode patch) {
        return writes.patch(() -> members.correct(id, member, patch));
    }

    @POST
    @Path("{member}/departure")
    @RolesAllowed(CollectiveResource.WRITE)
    @Operation(summary = "End a membership")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response leaveCollective(
            @PathParam("id") UUID id, @PathParam("member") UUID member, LeaveCollective command) {
        return writes.act(
                command, () -> members.leave(id, member, command), ended -> members.view(id, ended, "leaveCollective"));
    }

    /** One page of memberships. */
    @Schema(name = "CollectiveMemberPage")
    record MemberPage(List<MemberView> items, String nextCursor) {}
}
