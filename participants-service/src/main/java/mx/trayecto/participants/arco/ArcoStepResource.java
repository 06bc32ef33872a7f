package mx.trayecto.participants.arco;

import java.util.UUID;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.registry.Faults;
import mx.trayecto.platform.writes.Writes;

/** What is done with a request, step by step. */
@Path("/v1/arco-requests/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights", description = "ARCO requests: to know, correct, cancel and oppose, within the law's working days")
class ArcoStepResource {
    @Inject
    ArcoRequests requests;

    @Inject
    Effects effects;

    @Inject
    Writes writes;

    @POST
    @Path("prevention")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(
            summary = "Ask for what is missing",
            description =
                    "Within 5 working days, once; `note` says what. The term of the answer is interrupted; she has"
                            + " 10 working days.")
    @APIResponse(
            responseCode = "200",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response preventArcoRequest(@PathParam("id") UUID id, TakeStep command) {
        return step(id, Step.PREVENTED, command, true, ArcoRequest::prevent);
    }

    @POST
    @Path("completion")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(summary = "Record that what was missing came", description = "The term of the answer begins anew.")
    @APIResponse(
            responseCode = "200",
            description = "Complete",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response completeArcoRequest(@PathParam("id") UUID id, TakeStep command) {
        return step(id, Step.COMPLETED, command, false, ArcoRequest::complete);
    }

    @POST
    @Path("lapse")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(summary = "Record that what was missing did not come in time")
    @APIResponse(
            responseCode = "200",
            description = "Lapsed",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response lapseArcoRequest(@PathParam("id") UUID id, TakeStep command) {
        return step(id, Step.LAPSED, command, false, ArcoRequest::lapse);
    }

    @POST
    @Path("extension")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(
            summary = "Extend the term of the answer by 10 working days",
            description = "Once, and told to her before the term ends; `note` says why.")
    @APIResponse(
            responseCode = "200",
            description = "Extended",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response extendArcoRequest(@PathParam("id") UUID id, TakeStep command) {
        return step(id, Step.EXTENDED, command, true, ArcoRequest::extend);
    }

    @POST
    @Path("referral")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(
            summary = "Say that another authority is competent",
            description = "Within 3 working days; `note` says which.")
    @APIResponse(
            responseCode = "200",
            description = "Referred",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response referArcoRequest(@PathParam("id") UUID id, TakeStep command) {
        return step(id, Step.REFERRED, command, true, ArcoRequest::refer);
    }

    @POST
    @Path("answer")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(summary = "Answer a request", description = "A refusal says why in `note`.")
    @APIResponse(
            responseCode = "200",
            description = "Answered",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response answerArcoRequest(@PathParam("id") UUID id, AnswerRequest command) {
        return writes.act(
                command,
                () -> {
                    demandNote(!command.granted(), command.note());
                    return requests.take(
                            id,
                            command.granted() ? Step.GRANTED : Step.REFUSED,
                            command.on(),
                            command.note(),
                            (it, on, days) -> it.answer(command.granted(), on, days));
                },
                requests::view);
    }

    @POST
    @Path("effect")
    @RolesAllowed(ArcoResource.SCOPE)
    @Operation(
            summary = "Carry a granted request out",
            description = "Access: the export was handed over. Rectification: `changes` is merged over her record, as"
                    + " `changeParticipant` does (errors point into it), shown by `proofReference`. Opposition: the purposes are withdrawn."
                    + " Cancellation: her data are blocked from now on, in all records that were merged for her (shown to"
                    + " nobody, not found, not exported; what she did still counts), and suppressed after"
                    + " `blockedUntil`; of a protected record only under an identity access.")
    @APIResponse(
            responseCode = "200",
            description = "Carried out",
            content = @Content(schema = @Schema(implementation = ArcoView.class)))
    public Response carryOutArcoRequest(@PathParam("id") UUID id, CarryOut command) {
        return writes.act(command, () -> effects.carryOut(id, command), requests::view);
    }

    private Response step(UUID id, Step step, TakeStep command, boolean noted, ArcoRequests.Change change) {
        return writes.act(
                command,
                () -> {
                    demandNote(noted, command.note());
                    return requests.take(id, step, command.on(), command.note(), change);
                },
                requests::view);
    }

    private static void demandNote(boolean needed, String note) {
        Faults faults = new Faults("");
        if (needed && note == null) {
            faults.add("/note", "required", "es obligatoria aquí", "is required here");
        }
        faults.refuse();
    }
}
