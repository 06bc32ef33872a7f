package mx.trayecto.programs.cohort;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response;

import mx.trayecto.platform.outbox.Outbox;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.agreement.Agreement;
import mx.trayecto.programs.center.Center;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.field.Snapshotted;
import mx.trayecto.programs.field.Unique;
import mx.trayecto.programs.instrument.Instrument;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.program.Program;
import mx.trayecto.programs.staff.Staff;
import mx.trayecto.programs.staff.StaffKind;
import mx.trayecto.programs.topic.Topics;

/** Plans cohorts and leads them through their life; every change is told with the whole state. */
@ApplicationScoped
class Cohorts extends Snapshotted<Cohort, PlanCohort, CohortView> {
    @Inject
    TakenSeats seats;

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    Cohorts() {
        super(
                "/v1/cohorts",
                Cohort.class,
                PlanCohort.class,
                Cohort::new,
                Cohort::describe,
                PlanCohort::of,
                CohortView::of);
    }

    /** Takes a cohort one step on in its life. */
    Response advance(UUID id, Consumer<Cohort> step) {
        return writes.act(
                id,
                () -> {
                    Cohort cohort = known(id, lock());
                    reach.center(cohort.centerId);
                    step.accept(cohort);
                    store(cohort);
                    if (cohort.status == CohortStatus.CLOSED) {
                        seats.closed(cohort);
                    }
                    return CohortView.of(cohort);
                },
                this::view);
    }

    @Override
    protected boolean ofOneCenter() {
        return true;
    }

    @Override
    protected UUID center(PlanCohort command) {
        return command.center();
    }

    /** Its changes come one after another. */
    @Override
    protected LockModeType lock() {
        return LockModeType.PESSIMISTIC_WRITE;
    }

    @Override
    protected void change(Cohort cohort, PlanCohort command) {
        int before = cohort.capacity;
        if (command.capacity() < before && command.capacity() < seats.countAndLock(cohort.id)) {
            throw ProblemException.of(CohortProblem.SEATS_TAKEN);
        }
        requireSessionsWithin(cohort, command);
        super.change(cohort, command);
        if (cohort.capacity > before) {
            seats.raised(cohort);
        }
    }

    /** What was planned stays within the cohort's dates. */
    private void requireSessionsWithin(Cohort cohort, PlanCohort command) {
        SessionPlan.lock(cohort.id);
        References faults = new References();
        sql.first(
                        "SELECT min(held_on), max(held_on) FROM session WHERE cohort_id = ? AND cancelled_on IS NULL",
                        row -> new LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)},
                        cohort.id)
                .filter(held -> held[0] != null)
                .ifPresent(held -> {
                    if (command.startsOn().isAfter(held[0])) {
                        sessionsOutside(faults, "/startsOn", held[0]);
                    }
                    if (command.endsOn() != null && command.endsOn().isBefore(held[1])) {
                        sessionsOutside(faults, "/endsOn", held[1]);
                    }
                });
        faults.check();
    }

    private static void sessionsOutside(References faults, String pointer, LocalDate held) {
        faults.refuse(
                pointer,
                "sessions-outside",
                "deja fuera una sesión del " + held + "; cancélela o cámbiela antes",
                "leaves out a session of " + held + "; cancel or change it before");
    }

    @Override
    protected void store(Cohort cohort) {
        Pathway.find(cohort.pathwayId).orElseThrow().use();
        Unique.store(cohort, "/code", "/v1/cohorts", Map.of("programId", cohort.programId, "code", cohort.code));
        tell(cohort);
    }

    @Override
    public void tell(Cohort cohort) {
        Pathway pathway = Pathway.find(cohort.pathwayId).orElseThrow();
        outbox.append(Topics.PROGRAMS, cohort.id, CohortChanged.TYPE, CohortChanged.of(cohort, pathway.pathwayVersion));
    }

    @Override
    protected void follow(PlanCohort command, References references) {
        references.follow("/program", command.program(), Program::find);
        Pathway pathway = references.follow("/pathway", command.pathway(), Pathway::find);
        if (pathway != null && !pathway.programId.equals(command.program())) {
            references.refuse(
                    "/pathway", "other-program", "es la ruta de otro programa", "is the pathway of another programme");
        }
        references.follow("/center", command.center(), Center::find);
        references.follow("/agreement", command.agreement(), Agreement::find);
        for (int i = 0; i < command.surveys().size(); i++) {
            ScheduledSurvey survey = command.surveys().get(i);
            references.follow("/surveys/" + i + "/instrument", survey.instrument(), Instrument::find);
            if (survey.opens() > survey.due()) {
                references.refuse("/surveys/" + i + "/due", "range", "es anterior a opens", "is before opens");
            }
        }
        references.followAll(
                "/facilitators",
                command.facilitators(),
                id -> Staff.find(id).filter(staff -> staff.kind == StaffKind.FACILITATOR));
    }
}
