package mx.trayecto.programs.cohort;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.program.Program;
import mx.trayecto.programs.staff.Staff;
import mx.trayecto.programs.staff.StaffKind;
import mx.trayecto.programs.topic.Topics;

/** Plans cohorts and leads them through their life; every change is told with the whole state. */
@ApplicationScoped
class Cohorts {
    @Inject
    Reach reach;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    TakenSeats seats;

    @Inject
    Outbox outbox;

    CohortView plan(PlanCohort command) {
        UUID tenant = reach.center(command.center());
        follow(command).use();
        return told(new Cohort(tenant, command));
    }

    CohortView change(UUID id, JsonNode patch) {
        Cohort cohort = Cohort.locked(id).orElseThrow(ProblemException::notFound);
        reach.center(cohort.centerId);
        preconditions.check(cohort.version);
        PlanCohort command = merge.apply(PlanCohort.of(cohort), patch, PlanCohort.class);
        reach.center(command.center());
        follow(command).use();
        int before = cohort.capacity;
        if (command.capacity() < before && command.capacity() < seats.countAndLock(id)) {
            throw ProblemException.of(CohortProblem.SEATS_TAKEN);
        }
        cohort.describe(command);
        CohortView changed = told(cohort);
        if (cohort.capacity > before) {
            seats.raised(cohort);
        }
        return changed;
    }

    /** Takes a cohort one step on in its life. */
    CohortView advance(UUID id, Consumer<Cohort> step) {
        Cohort cohort = Cohort.locked(id).orElseThrow(ProblemException::notFound);
        reach.center(cohort.centerId);
        step.accept(cohort);
        return told(cohort);
    }

    CohortView view(UUID id) {
        return Cohort.find(id).map(CohortView::of).orElseThrow(ProblemException::notFound);
    }

    private CohortView told(Cohort cohort) {
        Unique.store(cohort, "/code");
        int pathwayVersion = Pathway.find(cohort.pathwayId).orElseThrow().pathwayVersion;
        outbox.append(Topics.PROGRAMS, cohort.id, CohortChanged.TYPE, CohortChanged.of(cohort, pathwayVersion));
        return CohortView.of(cohort);
    }

    private static Pathway follow(PlanCohort command) {
        References references = new References();
        references.follow("/program", command.program(), Program::find);
        Pathway pathway = references.follow("/pathway", command.pathway(), Pathway::find);
        if (pathway != null && !pathway.programId.equals(command.program())) {
            references.refuse(
                    "/pathway", "other-program", "es la ruta de otro programa", "is the pathway of another programme");
        }
        references.follow("/center", command.center(), Center::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        for (int i = 0; i < command.facilitators().size(); i++) {
            references.follow(
                    "/facilitators/" + i,
                    command.facilitators().get(i),
                    id -> Staff.find(id).filter(staff -> staff.kind == StaffKind.FACILITATOR));
        }
        references.check();
        return pathway;
    }
}
