package mx.trayecto.indicators.access;

import mx.trayecto.platform.problem.ProblemType;

/** The problems of this service. */
public enum IndicatorProblem implements ProblemType {
    CODE_TAKEN(409, "code-taken", "El código ya existe", "The code is taken"),
    RESULT_IN_USE(409, "result-in-use", "El resultado tiene indicadores", "The result has indicators"),
    OWN_REPORT(409, "own-report", "Nadie revisa lo que reportó", "Nobody reviews her own report"),
    ALREADY_REVIEWED(409, "already-reviewed", "El valor ya fue revisado", "The value has been reviewed already"),
    NOT_COMPUTED(
            409,
            "not-computed",
            "El indicador no se calcula de registros",
            "The indicator is not computed from records"),
    FIGURE_TOO_WIDE(422, "figure-too-wide", "El corte pedido es demasiado amplio", "The figure asked for is too wide");

    private final int status;
    private final String code;
    private final String es;
    private final String en;

    IndicatorProblem(int status, String code, String es, String en) {
        this.status = status;
        this.code = code;
        this.es = es;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String es() {
        return es;
    }

    @Override
    public String en() {
        return en;
    }
}
