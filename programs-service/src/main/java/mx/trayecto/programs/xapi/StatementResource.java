package mx.trayecto.programs.xapi;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.NotIdempotent;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/** Statements of learning platforms (Experience API 1.0.3). */
@Path("/v1/xapi/statements")
@Tag(name = "Learning platforms", description = "What learning platforms tell of completed courses")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class StatementResource {
    private static final String VERSION = "X-Experience-API-Version";
    private static final int LONGEST_COURSE = 500;

    @Inject
    Statements statements;

    @Inject
    StatementRows rows;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @NotIdempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("attendance:write")
    @Operation(
            summary = "Receive statements of a learning platform",
            description =
                    "One, or a list of 200 at most, as xAPI 1.0.3 has them; what else stands in one is passed over."
                            + " The actor is an account whose name is the id of an enrolment; whoever is named by an address is"
                            + " refused. `completed` and `passed` complete the module that the course is, once; `voided` takes back"
                            + " what the statement that its object refers to (a `StatementRef`) had recorded, whichever of the two"
                            + " comes first, if the same client sent that one and it takes back none itself; other verbs are"
                            + " taken in and change nothing. Sent again, a statement changes nothing. What cannot be placed (an"
                            + " unknown actor, course or statement, a day on which she did not take part, a module whose prerequisites"
                            + " she had not completed by then; what she has graduated on, or completed other modules after) waits and is"
                            + " listed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            description = "A statement of xAPI 1.0.3, or an array of them",
                                            oneOf = {StatementBody.class, StatementBody.Several.class})))
    @APIResponse(
            responseCode = "200",
            description = "The ids of the statements, in their order",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = UUID.class)))
    public Response receiveStatements(
            @HeaderParam(VERSION)
                    @Parameter(
                            required = true,
                            description = "1.0.3, or another of 1.0",
                            schema = @Schema(type = SchemaType.STRING, pattern = "^1\\.0(\\.[0-9])?$"))
                    String version,
            JsonNode body) {
        if (version == null || !version.matches("1\\.0(\\.\\d)?")) {
            throw ProblemException.of(XapiProblem.VERSION);
        }
        return Response.ok(statements.receive(Statement.all(body)))
                .header(VERSION, "1.0.3")
                .build();
    }

    @GET
    @Transactional
    @RolesAllowed("attendance:write")
    @Operation(
            summary = "List what became of statements",
            description = "In no particular order. Not for roles limited to centres or to a portal.")
    @APIResponseSchema(value = ReceivedStatementPage.class, responseDescription = "One page")
    public Response listStatements(
            @BeanParam PageQuery page,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ReceivedStatement.Status.class))
                    String status,
            @QueryParam("course")
                    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_COURSE))
                    String course,
            @QueryParam("enrollment")
                    @Parameter(
                            description = "Only of this enrolment",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String enrollment) {
        Map<String, Object> filter = new Filters()
                .code("status", "status", status, ReceivedStatement.Status.class)
                .text("course", "course", course, LONGEST_COURSE)
                .id("enrollment", "enrollment_id", enrollment)
                .values();
        return pages.page(
                page,
                filter,
                (after, most) -> rows.list(filter, after, most),
                ReceivedStatement::id,
                received -> received);
    }

    @POST
    @Path("retries")
    @NotIdempotent
    @RolesAllowed("attendance:write")
    @Operation(
            summary = "Try again what waits",
            description = "After a course was mapped, or an enrolment made: a thousand statements at most, those of one"
                    + " course where it is named. It may be repeated. What nothing but a dismissal ends is left out"
                    + " (`foreign-account`, `other-source`, `voids-voiding`, `voids-another`).")
    @APIResponseSchema(value = Retried.class, responseDescription = "What became of them")
    public Response retryStatements(
            @QueryParam("course")
                    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_COURSE))
                    String course) {
        new Filters().text("course", "course", course, LONGEST_COURSE).values();
        return Response.ok(statements.retry(course)).build();
    }

    @POST
    @Path("{id}/dismissal")
    @RolesAllowed("attendance:write")
    @Operation(
            summary = "Give up a statement that waits",
            description =
                    "It is kept, listed by `status=dismissed` and not tried again. Not for roles limited to centres"
                            + " or to a portal.")
    @APIResponseSchema(value = ReceivedStatement.class, responseDescription = "Dismissed")
    public Response dismissStatement(@PathParam("id") UUID id, DismissStatement command) {
        return writes.act(command, () -> statements.dismiss(id, command.reason()), statements::view);
    }
}
