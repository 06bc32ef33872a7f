package mx.trayecto.participants.arco;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a step. */
final class ArcoProblem {
    static final ProblemType WRONG_STATUS = new ProblemType(
            409, "wrong-status", "El estado de la solicitud no lo permite", "The request's status does not allow it");
    static final ProblemType TOO_LATE =
            new ProblemType(409, "too-late", "El plazo para hacerlo ya pasó", "The time for it is over");
    static final ProblemType TOO_EARLY =
            new ProblemType(409, "too-early", "El plazo para hacerlo aún corre", "The time before it is not over yet");
    static final ProblemType ELSEWHERE = new ProblemType(
            503,
            "elsewhere-unavailable",
            "Otro servicio no dice por ahora lo que conserva",
            "Another service does not tell for now what it holds");

    private ArcoProblem() {}
}
