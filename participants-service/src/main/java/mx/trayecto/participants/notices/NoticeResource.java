package mx.trayecto.participants.notices;

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

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

/** What people are told before they agree: published once, read for ever. */
@Path("/v1/notices")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "The tenant's privacy notices, by version")
class NoticeResource {
    private static final String COORDINATOR = "programs:write";
    private static final String ADMINISTRATOR = "tenants:admin";
    private static final String REGISTRAR = "participants:read";

    @Inject
    Notices notices;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed({COORDINATOR, ADMINISTRATOR})
    @Operation(
            summary = "Publish a version of the privacy notice",
            description = "Append-only: a text is never changed, a new version is published. From the first one on a"
                    + " consent that is given must name a version that was valid on its day and speaks of its purpose;"
                    + " a withdrawal may name any. Not with a token that is limited to centres or to a portal.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Response publishNotice(PublishNotice command) {
        return writes.create(
                "/v1/notices",
                command,
                () -> NoticeView.of(notices.publish(command)),
                id -> NoticeView.of(notices.require(id)));
    }

    @GET
    @Transactional
    @RolesAllowed({REGISTRAR, COORDINATOR, ADMINISTRATOR})
    @Operation(summary = "List privacy notices in the order they were published")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NoticePage.class)))
    public Response listNotices(
            @BeanParam PageQuery page,
            @QueryParam("noticeVersion") @Parameter(schema = @Schema(pattern = PublishNotice.VERSION))
                    String noticeVersion) {
        if (noticeVersion != null && !noticeVersion.matches(PublishNotice.VERSION)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            "noticeVersion",
                            "pattern",
                            "no tiene la forma debida",
                            "does not have the form it must have");
        }
        Map<String, String> filter = new HashMap<>();
        filter.put("noticeVersion", noticeVersion);
        return pages.page(
                page,
                filter,
                (after, rows) -> notices.list(after, rows, noticeVersion),
                notice -> notice.id,
                NoticeView::of);
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({REGISTRAR, COORDINATOR, ADMINISTRATOR})
    @Operation(summary = "Read a privacy notice")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Response readNotice(@PathParam("id") UUID id) {
        return Answers.ok(NoticeView.of(notices.require(id)));
    }

    /** One page of notices. */
    @Schema(name = "NoticePage")
    record NoticePage(List<NoticeView> items, String nextCursor) {}
}
