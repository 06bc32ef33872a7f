package mx.trayecto.programs.pathway;

import mx.trayecto.platform.problem.ProblemType;

/** Why a pathway cannot be changed. */
enum PathwayProblem implements ProblemType {
    IN_USE("pathway-in-use", "La ruta ya está en uso", "The pathway is already in use"),
    CRITERIA_EXIST(
            "criteria-exist",
            "Ya hay criterios vigentes desde esa fecha",
            "There are criteria valid from that date already"),
    MODULE_REQUIRED(
            "module-required",
            "Los criterios de egreso exigen un módulo que se quitaría",
            "The graduation criteria require a module that would be removed");

    private final String code;
    private final String es;
    private final String en;

    PathwayProblem(String code, String es, String en) {
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
        return 409;
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
