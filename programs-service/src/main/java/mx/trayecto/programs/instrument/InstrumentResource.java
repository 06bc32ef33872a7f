package mx.trayecto.programs.instrument;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/** Instruments: questionnaires by version. */
@Path("/v1/instruments")
@Tag(name = "Instruments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class InstrumentResource {
    @Inject
    Instruments instruments;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @Context
    HttpHeaders headers;

    @POST
    @RolesAllowed("programs:write")
    @Operation(
            summary = "Publish an instrument",
            description = "A version never changes; a correction is a new version.")
    @APIResponseSchema(value = InstrumentView.class, responseDescription = "Made", responseCode = "201")
    public Response publishInstrument(PublishInstrument command) {
        return writes.create("/v1/instruments", command, () -> instruments.publish(command), instruments::view);
    }

    @GET
    @Transactional
    @Operation(summary = "List instruments")
    @APIResponseSchema(value = InstrumentPage.class, responseDescription = "One page")
    public Response listInstruments(@BeanParam PageQuery page) {
        return new Filters().page(pages, page, Instrument.class, InstrumentView::listed);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "Read an instrument",
            description = "With its texts in every language, and in `reading` in one alone: `language`, else what"
                    + " `Accept-Language` prefers, where all of it is worded in that; otherwise Spanish, which"
                    + " `reading.language` then says.")
    @APIResponseSchema(value = InstrumentView.class, responseDescription = "The instrument")
    public Response readInstrument(
            @PathParam("id") UUID id,
            @QueryParam("language")
                    @Parameter(description = Question.LANGUAGE_CODES, schema = @Schema(pattern = Question.LANGUAGE))
                    String language) {
        if (language != null && !language.matches(Question.LANGUAGE)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("language", "pattern", "no es el código de una lengua", "is no code of a language");
        }
        return Response.fromResponse(Answers.ok(
                        instruments.view(id, language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
