package mx.trayecto.programs.graduation;

import mx.trayecto.platform.problem.ProblemType;

/** Why a ceremony is refused. */
final class CeremonyProblem {
    static final ProblemType NO_GRADUATES =
            new ProblemType(409, "no-graduates", "La generación no tiene graduadas", "The cohort has no graduates");

    private CeremonyProblem() {}
}
