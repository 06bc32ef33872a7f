package mx.trayecto.programs.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.tasks.BulkRowHandler;
import mx.trayecto.platform.tasks.ImportFile;
import mx.trayecto.platform.tasks.RecordRows;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.enrollment.EnrollmentRows;

/** Records attendances row by row of a file, under the rules of a roll-call, many together in a few statements. */
@ApplicationScoped
class AttendanceImport extends RecordRows<ImportAttendance> implements BulkRowHandler {
    @Inject
    AttendanceRows rows;

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    private record Line(int line, ImportAttendance told) {}

    AttendanceImport() {
        super("attendance", ImportAttendance.class);
    }

    @Override
    protected RowResult take(ImportAttendance told) {
        RowResult result = together(List.of(new Line(1, told))).get(1);
        if (result.problem() != null) {
            throw result.problem();
        }
        return result;
    }

    @Override
    public Supplier<Map<Integer, RowResult>> prepare(ImportFile file, List<Row> file500) {
        Map<Integer, RowResult> rejected = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Row row : file500) {
            try {
                lines.add(new Line(row.line(), read(row)));
            } catch (ProblemException refused) {
                rejected.put(row.line(), RowResult.rejected(null, refused));
            }
        }
        return () -> {
            Map<Integer, RowResult> done = new HashMap<>(rejected);
            done.putAll(together(lines));
            return done;
        };
    }

    /** Locks sessions before enrolments, each in order of their ids, as a roll-call does. */
    private Map<Integer, RowResult> together(List<Line> lines) {
        Map<UUID, Session> sessions =
                TenantEntity.lockAll(Session.class, ids(lines, ImportAttendance::session)).stream()
                        .collect(Collectors.toMap(session -> session.id, Function.identity()));
        Map<UUID, CohortTerms> cohorts = new HashMap<>();
        sessions.values().forEach(session -> cohorts.computeIfAbsent(session.cohortId, CohortTerms::of));
        Set<UUID> women = ids(lines, ImportAttendance::enrollment);
        Map<AttendanceRows.Key, AttendanceRows.Row> recorded = rows.recorded(sessions.keySet(), women);
        Map<UUID, Enrollment> enrolled = EnrollmentRows.lockAll(women).stream()
                .collect(Collectors.toMap(enrollment -> enrollment.id, Function.identity()));
        Map<Integer, RowResult> done = new HashMap<>();
        Map<AttendanceRows.Key, AttendanceRows.Said> fresh = new LinkedHashMap<>();
        for (Line line : lines) {
            Session session = sessions.get(line.told().session());
            Enrollment woman = enrolled.get(line.told().enrollment());
            ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
            Optional<AttendanceRows.Row> said = said(line.told(), session, woman, cohorts, faults);
            if (faults.hasErrors()) {
                done.put(line.line(), RowResult.rejected(null, faults));
                continue;
            }
            AttendanceRows.Key key = new AttendanceRows.Key(session.id, woman.id);
            AttendanceRows.Said earlier = fresh.get(key);
            AttendanceRows.Row before = earlier == null ? recorded.get(key) : earlier.row();
            if (before == null) {
                AttendanceRows.Said one = AttendanceRows.Said.of(session, said.orElseThrow());
                fresh.put(key, one);
                done.put(line.line(), RowResult.part(one.id(), session.id)); // audited as a roll-call is
            } else {
                done.put(
                        line.line(),
                        before.same(said.orElseThrow())
                                ? RowResult.of(RowOutcome.UNCHANGED, null, null)
                                : RowResult.rejected(null, ProblemException.of(SessionProblem.RECORDED)));
            }
        }
        write(fresh.values(), enrolled);
        return done;
    }

    private static Optional<AttendanceRows.Row> said(
            ImportAttendance told,
            Session session,
            Enrollment woman,
            Map<UUID, CohortTerms> cohorts,
            ProblemException faults) {
        if (session == null) {
            faults.error("/session", "unknown-reference", "no nombra nada conocido", "names nothing known");
            return Optional.empty();
        }
        if (session.cancelledOn != null) {
            faults.error("/session", "session-cancelled", "está cancelada", "is cancelled");
        } else if (session.heldOn.isAfter(cohorts.get(session.cohortId).today())) {
            faults.error("/session", "session-not-yet", "aún no se imparte", "is not held yet");
        }
        if (woman == null || !woman.belongedTo(session.cohortId, session.heldOn)) {
            faults.error(
                    "/enrollment",
                    "unknown-enrollment",
                    "no es una inscripción de la generación",
                    "is no enrolment of the cohort");
        } else if (!woman.tookPartIn(session.cohortId, session.heldOn)) {
            faults.error(
                    "/enrollment",
                    "not-taking-part",
                    "no participaba en la fecha de la sesión",
                    "did not take part on the day of the session");
        }
        return Optional.of(new AttendanceRows.Row(
                told.enrollment(),
                told.attended(),
                RollCalls.hours(told.attended(), told.hours(), session.hours, "/hours", faults)));
    }

    private void write(Collection<AttendanceRows.Said> fresh, Map<UUID, Enrollment> enrolled) {
        rows.insert(List.copyOf(fresh), actor.get().subject());
        List<EnrollmentEvent> told = new ArrayList<>();
        for (AttendanceRows.Said said : fresh) {
            Enrollment woman = enrolled.get(said.row().enrollment());
            said.session().rollCallTaken(Instant.now());
            if (said.row().attended()) {
                woman.takePart(said.session().heldOn).ifPresent(told::add);
            }
            told.add(RollCalls.event(
                    "attendance-recorded",
                    said.session(),
                    said.row().attended(),
                    said.row().hours(),
                    woman));
        }
        if (!told.isEmpty()) {
            log.append(told);
        }
    }

    private static Set<UUID> ids(List<Line> lines, Function<ImportAttendance, UUID> which) {
        return lines.stream().map(Line::told).map(which).collect(Collectors.toSet());
    }
}
