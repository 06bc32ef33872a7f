package mx.trayecto.programs.session;

import mx.trayecto.platform.problem.ProblemType;

/** Why a session or its roll-call is refused. */
final class SessionProblem {
    static final ProblemType HELD = new ProblemType(
            409, "session-held", "Ya se pasó lista en la sesión", "The session's roll was already called");
    static final ProblemType CANCELLED =
            new ProblemType(409, "session-cancelled", "La sesión está cancelada", "The session is cancelled");
    static final ProblemType NOT_YET =
            new ProblemType(409, "session-not-yet", "La sesión aún no se imparte", "The session is not held yet");
    static final ProblemType COHORT_CLOSED =
            new ProblemType(409, "cohort-closed", "La generación está cerrada", "The cohort is closed");
    static final ProblemType RECORDED = new ProblemType(
            409,
            "attendance-recorded",
            "Hay asistencias ya registradas con otro valor",
            "Attendances are already recorded otherwise");

    private SessionProblem() {}
}
