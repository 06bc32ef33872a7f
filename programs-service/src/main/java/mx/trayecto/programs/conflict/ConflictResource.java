package mx.trayecto.programs.conflict;

import java.util.HashMap;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.paging.PageQuery;
import mx.trayecto.platform.paging.Pages;

/** What merges of participants leave for a person to decide. */
@Path("/v1/enrollments/conflicts")
@Tag(name = "Enrollments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ConflictResource {
    @Inject
    Conflicts conflicts;

    @Inject
    Pages pages;

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(
            summary = "List women with two live enrolments in a program",
            description = "A merge of two records leaves the enrolments of both. A woman is listed until one of hers"
                    + " ends or the merge is taken back; ordered by the earliest enrolment. A woman with a protected"
                    + " record is never listed here: `listProtectedConflicts` lists her to who opened one of her records"
                    + " (identity access). Nor is an enrolment that leaves out its participant.")
    @APIResponseSchema(value = ConflictPage.class, responseDescription = "A page of conflicts")
    public Response listEnrollmentConflicts(@BeanParam PageQuery page) {
        return pages.page(
                page, new HashMap<String, String>(), conflicts::rows, ConflictView::first, conflict -> conflict);
    }
}
