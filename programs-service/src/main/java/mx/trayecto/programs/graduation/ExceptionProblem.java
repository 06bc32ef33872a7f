package mx.trayecto.programs.graduation;

import mx.trayecto.platform.problem.ProblemType;

/** Why an exception is not decided. */
final class ExceptionProblem {
    static final ProblemType OWN_REQUEST =
            new ProblemType(409, "own-request", "La decide una segunda persona", "A second person decides it");
    static final ProblemType ALREADY_REVIEWED =
            new ProblemType(409, "already-reviewed", "Ya se decidió", "It is decided already");

    private ExceptionProblem() {}
}
