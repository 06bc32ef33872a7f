package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.field.Hours;

/**
 * Who was at a session. A roll may be called in parts and again: what is already recorded the same way stays, what is
 * recorded otherwise is only changed by a correction with its reason. Her first attendance activates an enrolment.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RollCalls {
    @Inject
    AttendanceRows rows;

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    Session call(UUID sessionId, CallRoll roll) {
        Session session = Session.lock(sessionId);
        CohortTerms cohort = CohortTerms.of(session.cohortId);
        session.requireHeld();
        if (session.heldOn.isAfter(cohort.today())) {
            throw ProblemException.of(SessionProblem.NOT_YET);
        }
        Map<UUID, Enrollment> enrolled = EnrollmentRows.lockAll(ids(roll)).stream()
                .filter(enrollment -> enrollment.belongedTo(session.cohortId, session.heldOn))
                .collect(Collectors.toMap(enrollment -> enrollment.id, Function.identity()));
        List<AttendanceRows.Row> said = check(session, roll, enrolled);
        List<AttendanceRows.Row> fresh = fresh(session, said);
        rows.insert(
                fresh.stream().map(row -> AttendanceRows.Said.of(session, row)).toList(),
                actor.get().subject());
        session.rollCallTaken(Instant.now());
        log.append(told(session, fresh, enrolled));
        return session;
    }

    Attendance correct(Attendance attendance, Enrollment enrollment, CorrectAttendance command) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        BigDecimal hours = hours(command.attended(), command.hours(), attendance.sessionHours, "/hours", faults);
        if (faults.hasErrors()) {
            throw faults;
        }
        if (attendance.says(command.attended(), hours)) {
            return attendance;
        }
        attendance.correct(
                command.attended(), hours, command.reason(), actor.get().subject());
        Session session = Session.find(attendance.sessionId).orElseThrow(ProblemException::notFound);
        List<EnrollmentEvent> told = new ArrayList<>();
        if (command.attended()) {
            enrollment.takePart(attendance.heldOn).ifPresent(told::add);
        }
        told.add(event("attendance-corrected", session, attendance.attended, attendance.hours, enrollment)
                .with("reason", command.reason().code()));
        log.append(told);
        return attendance;
    }

    /** What each entry says, with its hours; every fault of the roll is told at once. */
    private static List<AttendanceRows.Row> check(Session session, CallRoll roll, Map<UUID, Enrollment> enrolled) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        List<AttendanceRows.Row> said = new ArrayList<>();
        for (int i = 0; i < roll.entries().size(); i++) {
            CallRoll.Entry entry = roll.entries().get(i);
            Enrollment enrollment = enrolled.get(entry.enrollment());
            if (enrollment == null) {
                faults.error(
                        "/entries/" + i + "/enrollment",
                        "unknown-enrollment",
                        "no es una inscripción de la generación",
                        "is no enrolment of the cohort");
            } else if (!enrollment.tookPartIn(session.cohortId, session.heldOn)) {
                faults.error(
                        "/entries/" + i + "/enrollment",
                        "not-taking-part",
                        "no participaba en la fecha de la sesión",
                        "did not take part on the day of the session");
            }
            BigDecimal hours =
                    hours(entry.attended(), entry.hours(), session.hours, "/entries/" + i + "/hours", faults);
            said.add(new AttendanceRows.Row(entry.enrollment(), entry.attended(), hours));
        }
        if (faults.hasErrors()) {
            throw faults;
        }
        return said;
    }

    static BigDecimal hours(
            boolean attended, BigDecimal given, BigDecimal held, String pointer, ProblemException faults) {
        if (!attended) {
            if (given != null && given.signum() != 0) {
                faults.error(pointer, "range", "debe ser 0 si no asistió", "must be 0 where she did not attend");
            }
            return BigDecimal.ZERO;
        }
        if (given != null && (given.signum() == 0 || given.compareTo(held) > 0)) {
            faults.error(
                    pointer,
                    "range",
                    "debe ser mayor que 0 y no más que las horas de la sesión",
                    "must be more than 0 and no more than the session's hours");
        }
        return given == null ? held : given;
    }

    private List<AttendanceRows.Row> fresh(Session session, List<AttendanceRows.Row> said) {
        Map<UUID, AttendanceRows.Row> recorded = new HashMap<>();
        rows.recorded(session.id, said).forEach(row -> recorded.put(row.enrollment(), row));
        ProblemException conflict = ProblemException.of(SessionProblem.RECORDED);
        List<AttendanceRows.Row> fresh = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            AttendanceRows.Row before = recorded.get(said.get(i).enrollment());
            if (before == null) {
                fresh.add(said.get(i));
            } else if (!before.same(said.get(i))) {
                conflict.error(
                        "/entries/" + i,
                        "attendance-recorded",
                        "ya está registrada de otro modo; corríjala con su motivo",
                        "is already recorded otherwise; correct it with its reason");
            }
        }
        if (conflict.hasErrors()) {
            throw conflict;
        }
        return fresh;
    }

    private static List<EnrollmentEvent> told(
            Session session, List<AttendanceRows.Row> fresh, Map<UUID, Enrollment> enrolled) {
        List<EnrollmentEvent> told = new ArrayList<>();
        for (AttendanceRows.Row row : fresh) {
            Enrollment enrollment = enrolled.get(row.enrollment());
            if (row.attended()) {
                enrollment.takePart(session.heldOn).ifPresent(told::add);
            }
            told.add(event("attendance-recorded", session, row.attended(), row.hours(), enrollment));
        }
        return told;
    }

    /** Told of the session's cohort and centre: there it happened, wherever she has been transferred since. */
    static EnrollmentEvent event(
            String what, Session session, boolean attended, BigDecimal hours, Enrollment enrollment) {
        return EnrollmentEvent.of(what, enrollment, session.heldOn)
                .with("cohort", session.cohortId)
                .with("center", session.centerId)
                .with("session", session.id)
                .with("module", session.moduleId)
                .with("attended", attended)
                .with("hours", Hours.plain(hours));
    }

    private static List<UUID> ids(CallRoll roll) {
        return roll.entries().stream().map(CallRoll.Entry::enrollment).toList();
    }
}
