package mx.trayecto.programs.delivery;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.Filters;

/** What a woman got, or is to get, in one enrolment. */
@Path("/v1/enrollments/{id}/deliveries")
@Tag(name = "Deliveries")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentDeliveryResource {
    @Inject
    Deliveries deliveries;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @RolesAllowed("deliveries:write")
    @Operation(
            summary = "Record a delivery",
            description = "Requested, approved or handed over already. An amount that is not known is left out.")
    @APIResponseSchema(value = DeliveryView.class, responseDescription = "Recorded", responseCode = "201")
    public Response recordDelivery(@PathParam("id") UUID enrollment, RecordDelivery command) {
        return writes.create(
                "/v1/deliveries",
                command,
                () -> DeliveryView.of(deliveries.record(enrollment, command)),
                Deliveries::view);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "List an enrolment's deliveries")
    @APIResponseSchema(value = DeliveryPage.class, responseDescription = "One page")
    public Response listEnrollmentDeliveries(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Enrollment.of(id);
        return Filters.of("enrollmentId", id).page(pages, page, Delivery.class, DeliveryView::of);
    }
}
