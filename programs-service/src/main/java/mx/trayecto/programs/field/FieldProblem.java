package mx.trayecto.programs.field;

import mx.trayecto.platform.problem.ProblemType;

/** What is wrong with a field in view of what is stored. */
final class FieldProblem {
    static final ProblemType TAKEN = new ProblemType(409, "already-exists", "Ya existe", "Already exists");

    private FieldProblem() {}
}
