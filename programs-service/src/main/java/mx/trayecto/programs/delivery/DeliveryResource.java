package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;

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

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.text.Money;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.field.Filters;

/**
 * What women get besides training. A step that is not allowed from the delivery's state is a 409 {@code
 * illegal-delivery-step}.
 */
@Path("/v1/deliveries")
@Tag(name = "Deliveries")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {
    @Inject
    Deliveries deliveries;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List deliveries", description = "In the order they were recorded, by any of the filters.")
    @APIResponseSchema(value = DeliveryPage.class, responseDescription = "One page")
    public Response listDeliveries(
            @QueryParam("participant") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String participant,
            @QueryParam("program") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String program,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = DeliveryKind.class)) String kind,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = DeliveryState.class)) String state,
            @BeanParam PageQuery page) {
        return new Filters()
                .id("participant", "participantId", participant)
                .shown(participant, "recordHidden")
                .id("program", "programId", program)
                .code("kind", "kind", kind, DeliveryKind.class)
                .code("state", "state", state, DeliveryState.class)
                .page(pages, page, Delivery.class, DeliveryView::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read a delivery")
    @APIResponseSchema(value = DeliveryView.class, responseDescription = "The delivery")
    public Response readDelivery(@PathParam("id") UUID id) {
        return Answers.ok(Deliveries.view(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("deliveries:write")
    @Operation(
            summary = "Correct a delivery",
            description = "Also its state: what was never handed over is corrected to `rejected`, with its reason.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CorrectDelivery.class)))
    @APIResponseSchema(value = DeliveryView.class, responseDescription = "Corrected")
    public Response correctDelivery(@PathParam("id") UUID id, JsonNode patch) {
        return writes.patch(() -> DeliveryView.of(deliveries.correct(id, patch)));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed("deliveries:write")
    @Operation(summary = "Approve a delivery")
    @APIResponseSchema(value = DeliveryView.class, responseDescription = "The delivery, approved")
    public Response approveDelivery(@PathParam("id") UUID id, ApproveDelivery command) {
        return step(id, command, command.on(), command.amount(), (its, on) -> its.approve(on, command.amount()));
    }

    @POST
    @Path("/{id}/handover")
    @RolesAllowed("deliveries:write")
    @Operation(summary = "Hand a delivery over", description = "Of something that was requested or approved.")
    @APIResponseSchema(value = DeliveryView.class, responseDescription = "The delivery, handed over")
    public Response handOverDelivery(@PathParam("id") UUID id, HandOver command) {
        return step(id, command, command.on(), command.amount(), (its, on) -> its.handOver(on, command.amount()));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed("deliveries:write")
    @Operation(summary = "Reject a delivery", description = "She does not get it, for a reason of a closed list.")
    @APIResponseSchema(value = DeliveryView.class, responseDescription = "The delivery, rejected")
    public Response rejectDelivery(@PathParam("id") UUID id, RefuseDelivery command) {
        return step(id, command, command.on(), null, (its, on) -> its.refuse(on, command.reason()));
    }

    private Response step(UUID id, Object command, LocalDate on, Money amount, BiConsumer<Delivery, LocalDate> change) {
        return writes.act(command, () -> DeliveryView.of(deliveries.step(id, on, amount, change)), Deliveries::view);
    }
}
