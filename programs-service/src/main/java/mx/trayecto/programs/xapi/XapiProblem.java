package mx.trayecto.programs.xapi;

import mx.trayecto.platform.problem.ProblemType;

/** Why statements of a learning platform are refused. */
final class XapiProblem {
    static final ProblemType VERSION = new ProblemType(
            400, "xapi-version", "Falta X-Experience-API-Version: 1.0.3", "X-Experience-API-Version: 1.0.3 is missing");
    static final ProblemType CONFLICT = new ProblemType(
            409,
            "statement-conflict",
            "Ya se recibió otra declaración con ese identificador",
            "Another statement with that id was received");
    static final ProblemType NOT_PARKED = new ProblemType(
            409,
            "statement-not-parked",
            "La declaración ya no espera: se aplicó, se pasó por alto o se descartó",
            "The statement does not wait: it was applied, ignored or dismissed");

    private XapiProblem() {}
}
