package mx.trayecto.indicators.access;

import jakarta.ws.rs.core.HttpHeaders;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.ProblemType;
import mx.trayecto.platform.tenancy.Actor;

/** The problems of this service. */
public final class IndicatorProblem {
    public static final ProblemType CODE_TAKEN =
            new ProblemType(409, "code-taken", "El código ya existe", "The code is taken");
    public static final ProblemType RESULT_IN_USE =
            new ProblemType(409, "result-in-use", "El resultado tiene indicadores", "The result has indicators");
    public static final ProblemType OWN_REPORT =
            new ProblemType(409, "own-report", "Nadie revisa lo que reportó", "Nobody reviews her own report");
    public static final ProblemType ALREADY_REVIEWED =
            new ProblemType(409, "already-reviewed", "El valor ya fue revisado", "The value has been reviewed already");
    public static final ProblemType NOT_COMPUTED = new ProblemType(
            409,
            "not-computed",
            "El indicador no se calcula de registros",
            "The indicator is not computed from records");
    public static final ProblemType FIGURE_TOO_WIDE = new ProblemType(
            422, "figure-too-wide", "El corte pedido es demasiado amplio", "The figure asked for is too wide");

    private IndicatorProblem() {}

    /** A code that another has; where that one is, whoever may read it is told. */
    public static ProblemException codeOf(String other, Actor actor) {
        ProblemException problem = ProblemException.of(CODE_TAKEN);
        return Scopes.mayRead(actor) ? problem.header(HttpHeaders.LOCATION, other) : problem;
    }
}
