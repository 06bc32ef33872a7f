package mx.trayecto.programs.cohort;

import mx.trayecto.platform.problem.ProblemType;

/** Why a cohort cannot be changed as asked. */
final class CohortProblem {
    static final ProblemType WRONG_STATUS = new ProblemType(
            409,
            "cohort-status",
            "El estado de la generación no lo permite",
            "The status of the cohort does not allow it");
    static final ProblemType FIXED = new ProblemType(
            409,
            "cohort-fixed",
            "Programa, ruta y centro de una generación abierta no cambian",
            "Programme, pathway and centre of an opened cohort do not change");
    static final ProblemType SEATS_TAKEN = new ProblemType(
            409,
            "seats-taken",
            "Hay más lugares ocupados que el cupo indicado",
            "More seats are taken than the capacity named");

    private CohortProblem() {}
}
