package mx.trayecto.programs.enrollment;

import mx.trayecto.platform.problem.ProblemType;

/** Why an enrolment, or a step of one, is refused. */
enum EnrollmentProblem implements ProblemType {
    ILLEGAL_TRANSITION(
            409, "illegal-transition", "Paso no permitido desde el estado actual", "Step not allowed from this status"),
    ALREADY_ENROLLED(
            409,
            "already-enrolled",
            "Ya tiene una inscripción vigente en el programa",
            "Already enrolled in the program"),
    COHORT_NOT_OPEN(409, "cohort-not-open", "La generación no está abierta", "The cohort is not open"),
    COHORT_FULL(409, "cohort-full", "La generación no tiene lugares", "The cohort has no free seat"),
    CHANGED_MEANWHILE(409, "changed-meanwhile", "La inscripción cambió entretanto", "The enrolment changed meanwhile"),
    UNKNOWN_PARTICIPANT(422, "unknown-participant", "Participante desconocida", "Unknown participant");

    private final int status;
    private final String code;
    private final String es;
    private final String en;

    EnrollmentProblem(int status, String code, String es, String en) {
        this.status = status;
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
        return status;
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
