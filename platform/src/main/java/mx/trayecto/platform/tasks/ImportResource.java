package mx.trayecto.platform.tasks;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Format;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * The imports of one kind over HTTP, under {@code …/imports}. A subclass has their path and, as its roles, the scopes that
 * one of them suffices for all of it; its POST {@link #taken takes} a file. How it goes and what became of each row is told
 * here. What the contract says of all of them alike is in {@code ContractFilter}.
 */
public abstract class ImportResource {
    @Inject
    Imports imports;

    @Inject
    CurrentActor actor;

    @Context
    ResourceInfo resource;

    private final RowHandler rows;

    protected ImportResource(RowHandler rows) {
        this.rows = rows;
    }

    /**
     * Takes a file: 202 with the task's Location.
     *
     * @param options what the caller chose beside the file
     */
    protected Response taken(InputStream file, DryRunQuery query, Map<String, String> options) {
        return imports.accept(
                resource.getResourceClass().getAnnotation(Path.class).value(), rows, file, options, query.dryRun());
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Authenticated
    @Operation(summary = "Read how an import goes")
    @APIResponseSchema(value = TaskView.class, responseDescription = "The task")
    public Response readImport(@PathParam("id") UUID id) {
        requireScope();
        return QuarkusTransaction.requiringNew().call(() -> Answers.ok(imports.read(rows.kind(), id)));
    }

    @GET
    @Path("{id}/results")
    @Produces(Format.NDJSON_TYPE)
    @RunOnVirtualThread
    @Authenticated
    @Operation(summary = "Read what became of each row of an import", description = "One JSON object a line.")
    @APIResponse(
            responseCode = "200",
            description = "The rows that are done, in the order of the file",
            content = @Content(mediaType = Format.NDJSON_TYPE, schema = @Schema(implementation = RowResultView.class)))
    public Response readImportResults(@PathParam("id") UUID id) {
        requireScope();
        return imports.results(rows.kind(), id);
    }

    /** Roles of a subclass do not reach the methods that it inherits. */
    private void requireScope() {
        RolesAllowed scopes = resource.getResourceClass().getAnnotation(RolesAllowed.class);
        if (Stream.of(scopes.value()).noneMatch(actor.get()::may)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }
}
