package mx.trayecto.programs.enrollment;

import mx.trayecto.platform.problem.ProblemType;

/** Why an enrolment, or a step of one, is refused. */
final class EnrollmentProblem {
    static final ProblemType ILLEGAL_TRANSITION = new ProblemType(
            409, "illegal-transition", "Paso no permitido desde el estado actual", "Step not allowed from this status");
    static final ProblemType OFFER_EXPIRED =
            new ProblemType(409, "offer-expired", "La oferta de lugar venció", "The offer of a seat has expired");
    static final ProblemType ALREADY_ENROLLED = new ProblemType(
            409,
            "already-enrolled",
            "Ya tiene una inscripción vigente en el programa",
            "Already enrolled in the program");
    static final ProblemType COHORT_NOT_OPEN =
            new ProblemType(409, "cohort-not-open", "La generación no está abierta", "The cohort is not open");
    static final ProblemType COHORT_FULL =
            new ProblemType(409, "cohort-full", "La generación no tiene lugares", "The cohort has no free seat");
    static final ProblemType CHANGED_MEANWHILE = new ProblemType(
            409, "changed-meanwhile", "La inscripción cambió entretanto", "The enrolment changed meanwhile");
    static final ProblemType NOT_ELIGIBLE =
            new ProblemType(409, "not-eligible", "El programa no es para ella", "The programme is not for her");
    static final ProblemType UNKNOWN_PARTICIPANT =
            new ProblemType(422, "unknown-participant", "Participante desconocida", "Unknown participant");

    private EnrollmentProblem() {}
}
