package mx.trayecto.participants.arco;

import java.util.Arrays;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.registry.Faults;
import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;

/** A person's rights over her data: what was asked, what is due, and what was done. */
@Path("/v1/arco-requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights", description = "ARCO requests: to know, correct, cancel and oppose, within the law's working days")
class ArcoResource {
    static final String SCOPE = "arco:write";

    @Inject
    ArcoRequests requests;

    @Inject
    Audit audit;

    @Inject
    Pages pages;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed(SCOPE)
    @Operation(
            summary = "File a request about a person's data",
            description = "The answer is due 20 working days after it was received (LGPDPPSO), 10 more where it is"
                    + " extended in time, and the effect 15 after the answer.")
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response fileArcoRequest(FileRequest command) {
        return writes.create("/v1/arco-requests", command, () -> requests.file(command), requests::view);
    }

    @GET
    @Transactional
    @RolesAllowed(SCOPE)
    @Operation(summary = "List requests in the order they were filed")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ArcoPage.class)))
    public Response listArcoRequests(
            @BeanParam PageQuery page,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ArcoStatus.class)) String status,
            @QueryParam("overdue")
                    @Parameter(
                            description = "`true`: only those in which the tenant is late",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String overdue) {
        ArcoStatus wanted = Arrays.stream(ArcoStatus.values())
                .filter(known -> known.name().toLowerCase().equals(status))
                .findFirst()
                .orElse(null);
        Faults faults = new Faults("");
        if (status != null && wanted == null) {
            faults.add("status", "unknown", "no es un estado", "is no status");
        }
        if (overdue != null && !overdue.matches("true|false")) {
            faults.add("overdue", "pattern", "debe ser true o false", "must be true or false");
        }
        faults.refuse();
        boolean late = Boolean.parseBoolean(overdue);
        Map<String, Object> filter = new HashMap<>();
        filter.put("status", wanted);
        filter.put("overdue", late);
        return pages.page(
                page,
                filter,
                (after, rows) -> requests.list(after, rows, wanted, late),
                request -> request.id,
                request -> ArcoView.of(request, null, null));
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed(SCOPE)
    @Operation(summary = "Read a request, its texts and its steps", description = "Reading it leaves a trace.")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response readArcoRequest(@PathParam("id") UUID id) {
        ArcoView view = requests.view(id);
        audit.record("readArcoRequest", id, null);
        return Answers.ok(view);
    }

    /** One page of requests. */
    @Schema(name = "ArcoRequestPage")
    record ArcoPage(List<ArcoView> items, String nextCursor) {}
}
