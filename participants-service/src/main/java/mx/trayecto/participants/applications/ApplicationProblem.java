package mx.trayecto.participants.applications;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of an application. */
final class ApplicationProblem {
    static final ProblemType ALREADY_APPLIED = new ProblemType(
            409,
            "already-applied",
            "Ya tiene una solicitud en curso para esta generación",
            "She has an application for this cohort already");

    private ApplicationProblem() {}
}
