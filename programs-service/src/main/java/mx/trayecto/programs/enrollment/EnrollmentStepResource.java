package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.field.References;

/**
 * The steps of an enrolment after it was asked for. Each answers with the enrolment as it became; a step that is not
 * allowed from where it stands is a 409 {@code illegal-transition} that names its status. A seat that becomes free goes
 * to the first in line in the same transaction.
 */
@Path("/v1/enrollments")
@Tag(name = "Enrollments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentStepResource {
    @Inject
    Writes writes;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Reach reach;

    @POST
    @Path("/{id}/offer")
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Offer a seat",
            description = "To somebody waiting; the offer holds a free seat until it expires.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, offered")
    public Response offerSeat(@PathParam("id") UUID id, OfferSeat command) {
        return step(id, command, command.on(), it -> {
            it.cohort().requireAdmitting();
            it.enrollment().offer(it.on(), command.expiresOn());
            return it.told("offered").with("expiresOn", command.expiresOn());
        });
    }

    @POST
    @Path("/{id}/admission")
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Admit who waits for a decision",
            description =
                    "Somebody of whom the programme's rule could not be told: by the cohort's capacity she is enrolled,"
                            + " offered a seat, or put on the waiting list. Who is not admitted is rejected.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "Enrolled, offered or waitlisted")
    public Response admitApplicant(@PathParam("id") UUID id, TakeStep command) {
        return writes.act(
                command, () -> EnrollmentView.of(lifecycle.admit(id, command.on())), EnrollmentResource::view);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({"enrollments:write", "applications:write"})
    @Operation(
            summary = "Accept an offered seat",
            description =
                    "By staff, or by the portal that applied for her, which answers as of today. After the offer's last"
                            + " day it is a 409 `offer-expired`.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, enrolled")
    public Response acceptOffer(@PathParam("id") UUID id, TakeStep command) {
        return answered(id, command, Enrollment::accept, "enrolled");
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({"enrollments:write", "applications:write"})
    @Operation(
            summary = "Decline an offered seat",
            description = "By staff, or by the portal that applied for her, which answers as of today.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, declined")
    public Response declineOffer(@PathParam("id") UUID id, TakeStep command) {
        return answered(id, command, Enrollment::decline, "declined");
    }

    @POST
    @Path("/{id}/activation")
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Activate",
            description =
                    "The first attendance or completion does this by itself. After a deferral it leads back to the"
                            + " cohort, if there is a free seat.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, active")
    public Response activateEnrollment(@PathParam("id") UUID id, TakeStep command) {
        return step(id, command, command.on(), it -> {
            it.enrollment().activate(it.cohort().dayInside(it.on(), "/on"));
            return it.told("activated");
        });
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed("enrollments:write")
    @Operation(summary = "Withdraw", description = "She leaves, for a reason of a closed list.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, withdrawn")
    public Response withdrawEnrollment(@PathParam("id") UUID id, WithdrawEnrollment command) {
        return step(
                id,
                command,
                command.on(),
                it -> it.after((hers, on) -> hers.withdraw(on, command.reason()), "withdrawn")
                        .with("reason", command.reason().code()));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed("enrollments:write")
    @Operation(summary = "Reject", description = "Turns down who waits or was offered a seat.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, rejected")
    public Response rejectEnrollment(@PathParam("id") UUID id, RejectEnrollment command) {
        return step(
                id,
                command,
                command.on(),
                it -> it.after((hers, on) -> hers.reject(on, command.reason()), "rejected")
                        .with("reason", command.reason().code()));
    }

    @POST
    @Path("/{id}/transfer")
    @RolesAllowed("enrollments:write")
    @Operation(
            summary = "Transfer to another cohort",
            description =
                    "Of the same program, with a free seat. The enrolment stays the same one. Who was deferred comes"
                            + " back by it into a later cohort.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment in its new cohort")
    public Response transferEnrollment(@PathParam("id") UUID id, TransferEnrollment command) {
        return writes.act(
                command,
                () -> EnrollmentView.of(lifecycle.transfer(id, command.cohort(), command.on())),
                EnrollmentResource::view);
    }

    @POST
    @Path("/{id}/deferral")
    @RolesAllowed("enrollments:write")
    @Operation(summary = "Defer", description = "She puts off taking part; her seat goes to the first in line.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, deferred")
    public Response deferEnrollment(@PathParam("id") UUID id, DeferEnrollment command) {
        return step(
                id,
                command,
                command.on(),
                it -> it.after((hers, on) -> hers.defer(on, command.until()), "deferred")
                        .with("until", command.until()));
    }

    @POST
    @Path("/{id}/graduation-revocation")
    @RolesAllowed("graduations:decide")
    @Operation(summary = "Revoke a graduation", description = "She is active again, in the seat she had.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrolment, active again")
    public Response revokeGraduation(@PathParam("id") UUID id, RevokeGraduation command) {
        return step(
                id,
                command,
                command.on(),
                it -> it.after(Enrollment::revokeGraduation, "graduation-revoked")
                        .with("reason", command.reason().code()));
    }

    /** A portal hands on what she says now; a day of its own choosing would bring an offer back that has run out. */
    private Response answered(UUID id, TakeStep command, BiConsumer<Enrollment, LocalDate> answer, String what) {
        reach.scopeOrPortal("enrollments:write");
        return step(id, command, command.on(), it -> {
            if (reach.portal() && !it.on().equals(it.cohort().today())) {
                new References()
                        .refuse(
                                "/on",
                                "not-today",
                                "un portal responde con la fecha de hoy",
                                "a portal answers as of today")
                        .check();
            }
            return it.after(answer, what);
        });
    }

    private Response step(UUID id, Object command, LocalDate on, Function<Lifecycle.Case, EnrollmentEvent> change) {
        return writes.act(command, () -> EnrollmentView.of(lifecycle.step(id, on, change)), EnrollmentResource::view);
    }
}
