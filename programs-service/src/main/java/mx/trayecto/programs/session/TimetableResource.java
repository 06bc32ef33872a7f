package mx.trayecto.programs.session;

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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import mx.trayecto.platform.tasks.DryRunQuery;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.writes.Writes;
import mx.trayecto.programs.enrollment.CohortTerms;

/** When a cohort meets. */
@Path("/v1/cohorts/{id}/timetable")
@Tag(name = "Sessions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class TimetableResource {
    @Inject
    Sessions sessions;

    @Inject
    CurrentActor actor;

    @Inject
    Writes writes;

    @POST
    @RolesAllowed("attendance:write")
    @Operation(
            summary = "Plan a cohort's sessions week by week",
            description = "All of them or none: none may overlap with another of the cohort. A dry run answers with"
                    + " those that would be added and plans none.")
    @APIResponseSchema(value = Timetable.class, responseDescription = "When the cohort meets from now on")
    public Response planTimetable(@PathParam("id") UUID id, @BeanParam DryRunQuery only, PlanTimetable command) {
        return only.dryRun()
                ? Response.ok(QuarkusTransaction.requiringNew().call(() -> preview(id, command)))
                        .build()
                : writes.act(
                        command,
                        () -> {
                            sessions.plan(id, command);
                            return Timetable.of(id);
                        },
                        Timetable::of);
    }

    @GET
    @Transactional
    @RolesAllowed("enrollments:read")
    @Operation(summary = "Read when a cohort meets", description = "In order of time.")
    @APIResponseSchema(value = Timetable.class, responseDescription = "Its sessions")
    public Response readTimetable(@PathParam("id") UUID id) {
        return Response.ok(Timetable.of(id)).build();
    }

    private Timetable preview(UUID id, PlanTimetable command) {
        CohortTerms cohort = CohortTerms.of(id);
        return Timetable.of(
                cohort,
                sessions.sessions(cohort, command).stream()
                        .map(each -> new Session(actor.get().tenant(), cohort, each))
                        .toList());
    }
}
