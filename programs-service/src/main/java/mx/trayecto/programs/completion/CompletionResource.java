package mx.trayecto.programs.completion;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

import static mx.trayecto.programs.field.Headers.located;

/** The modules that an enrolment has completed. */
@Path("/v1/enrollments/{id}/completions")
@Tag(name = "Completions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CompletionResource {
    @Inject
    Completions completions;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed({"attendance:write", "enrollments:write"})
    @Operation(
            summary = "Complete a module",
            description =
                    "Once, as long as it holds: repeated, it answers with the completion there is. A first one activates the enrolment. The required"
                            + " modules of all phases that the module's phase comes after have to be completed by that day.")
    @APIResponse(
            responseCode = "201",
            description = "Completed",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was completed before",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    public Response completeModule(@PathParam("id") UUID enrollment, CompleteModule command) {
        String collection = "/v1/enrollments/" + enrollment + "/completions";
        try {
            return located(
                    collection,
                    writes.create(
                            collection,
                            command,
                            () -> CompletionView.of(completions.complete(enrollment, command)),
                            id -> view(enrollment, id)));
        } catch (CompletedBefore known) {
            // only now is it known that nothing is made: carried out anew as an act, which changes nothing
            return located(
                    collection, writes.act(command, () -> view(enrollment, known.id), id -> view(enrollment, id)));
        }
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List completed modules", description = "Those that hold, unless the others are asked for.")
    @APIResponseSchema(value = CompletionPage.class, responseDescription = "One page")
    public Response listCompletions(
            @PathParam("id") UUID id,
            @BeanParam PageQuery page,
            @QueryParam("status")
                    @DefaultValue("recorded")
                    @Parameter(schema = @Schema(implementation = CompletionStatus.class))
                    String status) {
        return Filters.of("enrollmentId", Enrollment.of(id).id)
                .code("status", "status", status, CompletionStatus.class)
                .page(pages, page, Completion.class, CompletionView::of);
    }

    @GET
    @Path("{completion}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a completed module")
    @APIResponseSchema(value = CompletionView.class, responseDescription = "The completion")
    public Response readCompletion(@PathParam("id") UUID enrollment, @PathParam("completion") UUID id) {
        return Answers.ok(view(enrollment, id));
    }

    static CompletionView view(UUID id) {
        return Completion.<Completion>findByIdOptional(id)
                .map(CompletionView::of)
                .orElseThrow(ProblemException::notFound);
    }

    private static CompletionView view(UUID enrollment, UUID id) {
        return Completion.find(enrollment, id).map(CompletionView::of).orElseThrow(ProblemException::notFound);
    }
}
