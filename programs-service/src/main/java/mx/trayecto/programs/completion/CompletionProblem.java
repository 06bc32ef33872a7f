package mx.trayecto.programs.completion;

import mx.trayecto.platform.problem.ProblemType;

/** Why a completed module is refused. */
final class CompletionProblem {
    static final ProblemType RECORDED = new ProblemType(
            409,
            "completion-recorded",
            "El módulo está registrado como completado otro día o por otra fuente",
            "The module is recorded as completed on another day or by another source");

    private CompletionProblem() {}
}
