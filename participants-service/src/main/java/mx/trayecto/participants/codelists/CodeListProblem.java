package mx.trayecto.participants.codelists;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of loading a list. */
final class CodeListProblem {
    static final ProblemType BUILT_IN = new ProblemType(
            409, "code-list-built-in", "La lista es parte del programa", "The list is part of the program");

    private CodeListProblem() {}
}
