package mx.trayecto.programs.pathway;

import mx.trayecto.platform.problem.ProblemType;

/** Why a pathway cannot be changed. */
final class PathwayProblem {
    static final ProblemType IN_USE =
            new ProblemType(409, "pathway-in-use", "La ruta ya está en uso", "The pathway is already in use");
    static final ProblemType CRITERIA_EXIST = new ProblemType(
            409,
            "criteria-exist",
            "Ya hay criterios vigentes desde esa fecha",
            "There are criteria valid from that date already");
    static final ProblemType MODULE_REQUIRED = new ProblemType(
            409,
            "module-required",
            "Los criterios de egreso exigen un módulo que se quitaría",
            "The graduation criteria require a module that would be removed");

    private PathwayProblem() {}
}
