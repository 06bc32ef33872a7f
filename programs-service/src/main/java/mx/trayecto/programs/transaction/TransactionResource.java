package mx.trayecto.programs.transaction;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.programs.field.Filters;

/** Transactions: money of agreements that was promised, came in, was passed on or spent. */
@Path("/v1/transactions")
@Tag(name = "Agreements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"programs:write", "participants:read", "enrollments:read", "indicators:read", "tenants:admin"})
class TransactionResource {
    @Inject
    Transactions transactions;

    @POST
    @RolesAllowed("programs:write")
    @Operation(summary = "Record a transaction of an agreement")
    @APIResponseSchema(value = TransactionView.class, responseDescription = "Recorded", responseCode = "201")
    public Response recordTransaction(RecordTransaction command) {
        return transactions.create(command);
    }

    @GET
    @Transactional
    @Operation(summary = "List transactions")
    @APIResponseSchema(value = TransactionPage.class, responseDescription = "One page")
    public Response listTransactions(
            @BeanParam PageQuery page,
            @QueryParam("agreement")
                    @Parameter(
                            description = "Only of this agreement",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String agreement,
            @QueryParam("budgetKey")
                    @Parameter(
                            description = "Only of agreements of this key in the federal budget",
                            schema = @Schema(maxLength = 10))
                    String budgetKey) {
        return transactions.list(page, filters(agreement, budgetKey));
    }

    @GET
    @Path("totals")
    @Transactional
    @Operation(
            summary = "Add transactions up",
            description = "By kind and currency: amounts of different currencies are never added up.")
    @APIResponseSchema(value = TransactionTotals.class, responseDescription = "What they come to")
    public Response addUpTransactions(
            @QueryParam("agreement")
                    @Parameter(
                            description = "Only of this agreement",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String agreement,
            @QueryParam("budgetKey")
                    @Parameter(
                            description = "Only of agreements of this key in the federal budget",
                            schema = @Schema(maxLength = 10))
                    String budgetKey) {
        return Response.ok(transactions.totals(filters(agreement, budgetKey))).build();
    }

    private static Filters filters(String agreement, String budgetKey) {
        return new Filters().id("agreement", "agreementId", agreement).text("budgetKey", "budgetKey", budgetKey, 10);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a transaction")
    @APIResponseSchema(value = TransactionView.class, responseDescription = "The transaction")
    public Response readTransaction(@PathParam("id") UUID id) {
        return transactions.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("programs:write")
    @Operation(summary = "Correct a transaction")
    @RequestBody(content = @Content(schema = @Schema(implementation = RecordTransaction.class)))
    @APIResponseSchema(value = TransactionView.class, responseDescription = "Corrected")
    public Response changeTransaction(@PathParam("id") UUID id, JsonNode patch) {
        return transactions.change(id, patch);
    }
}
