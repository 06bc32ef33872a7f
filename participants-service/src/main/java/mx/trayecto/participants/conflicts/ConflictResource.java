package mx.trayecto.participants.conflicts;

import java.util.HashMap;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.participants.breakglass.IdentityAccesses;
import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;

/** What merges of protected records leave for a person to decide. */
@Path("/v1/participants/enrollment-conflicts")
@Tag(name = "Protection")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ConflictResource {
    @Inject
    Conflicts conflicts;

    @Inject
    Pages pages;

    @GET
    @Transactional
    @RolesAllowed(IdentityAccesses.SCOPE)
    @Operation(
            summary = "List protected women with two live enrolments in a program",
            description = "What `listEnrollmentConflicts` lists of all others, of the women whose protected records the"
                    + " caller has opened (identity access) and for as long as that lasts; to nobody else, since it tells"
                    + " which records are of one woman. She is listed until one of the enrolments ends or the merge is"
                    + " taken back, as soon as programs-service's events have told; ordered by the earliest enrolment."
                    + " Whoever is limited to centres is told of enrolments there alone, a portal of none. Reading it"
                    + " leaves a trace of each woman.")
    @APIResponseSchema(value = ConflictPage.class, responseDescription = "One page")
    public Response listProtectedConflicts(@BeanParam PageQuery page) {
        return pages.page(
                page,
                new HashMap<String, String>(),
                (after, rows) -> conflicts.rows("listProtectedConflicts", after, rows),
                ConflictView::first,
                conflict -> conflict);
    }

    /** One page of conflicts. */
    @Schema(name = "ProtectedConflictPage")
    record ConflictPage(List<ConflictView> items, String nextCursor) {}
}
