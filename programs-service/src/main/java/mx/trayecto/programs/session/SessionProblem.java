package mx.trayecto.programs.session;

import mx.trayecto.platform.problem.ProblemType;

/** Why a session or its roll-call is refused. */
enum SessionProblem implements ProblemType {
    HELD("session-held", "Ya se pasó lista en la sesión", "The session's roll was already called"),
    NOT_YET("session-not-yet", "La sesión aún no se imparte", "The session is not held yet"),
    COHORT_CLOSED("cohort-closed", "La generación está cerrada", "The cohort is closed"),
    RECORDED(
            "attendance-recorded",
            "Hay asistencias ya registradas con otro valor",
            "Attendances are already recorded otherwise");

    private final String code;
    private final String es;
    private final String en;

    SessionProblem(String code, String es, String en) {
        this.code = code;
        this.es = es;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String es() {
        return es;
    }

    @Override
    public String en() {
        return en;
    }
}
