package mx.trayecto.programs.staff;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.concurrency.Answers;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.writes.Writes;

import static mx.trayecto.programs.field.Headers.unkept;

/** What a member of staff was trained and certified in. */
@Path("/v1/staff/{id}/qualifications")
@Tag(name = "Staff")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("programs:write")
class QualificationResource {
    @Inject
    Qualifications qualifications;

    @Inject
    Writes writes;

    @Inject
    Pages pages;

    @POST
    @Operation(
            summary = "Record a training or certification",
            description = "Of an official, a facilitator or a coordinator who is known by name; where only heads were"
                    + " counted, report an activity. Figures of the one and of the other are never added up.")
    @APIResponseSchema(value = QualificationView.class, responseDescription = "Recorded", responseCode = "201")
    public Response recordQualification(@PathParam("id") UUID staff, RecordQualification command) {
        return unkept(writes.create(
                "/v1/staff/" + staff + "/qualifications",
                command,
                () -> qualifications.record(staff, command),
                id -> qualifications.view(staff, id)));
    }

    @GET
    @Transactional
    @Operation(summary = "List what a member of staff was trained and certified in")
    @APIResponseSchema(value = QualificationPage.class, responseDescription = "One page")
    public Response listQualifications(@PathParam("id") UUID staff, @BeanParam PageQuery page) {
        Staff.find(staff).orElseThrow(ProblemException::notFound);
        return unkept(pages.page(
                page,
                Map.of("staff", staff),
                (after, rows) -> qualifications.views(staff, after, rows),
                QualificationView::id,
                Function.identity()));
    }

    @GET
    @Path("{qualification}")
    @Transactional
    @Operation(summary = "Read a training or certification")
    @APIResponseSchema(value = QualificationView.class, responseDescription = "What she was trained or certified in")
    public Response readQualification(@PathParam("id") UUID staff, @PathParam("qualification") UUID id) {
        return unkept(Answers.ok(qualifications.read(staff, id)));
    }

    @PATCH
    @Path("{qualification}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Correct a training or certification",
            description = "One that was recorded by mistake is `mistaken`: it counts no more.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RecordQualification.class)))
    @APIResponseSchema(value = QualificationView.class, responseDescription = "Corrected")
    public Response changeQualification(
            @PathParam("id") UUID staff, @PathParam("qualification") UUID id, JsonNode patch) {
        return unkept(writes.patch(() -> qualifications.change(staff, id, patch)));
    }
}
