package mx.trayecto.programs.cohort;

import mx.trayecto.platform.problem.ProblemType;

/** Why a cohort cannot be changed as asked. */
enum CohortProblem implements ProblemType {
    WRONG_STATUS(
            "cohort-status", "El estado de la generación no lo permite", "The status of the cohort does not allow it"),
    FIXED(
            "cohort-fixed",
            "Programa, ruta y centro de una generación abierta no cambian",
            "Programme, pathway and centre of an opened cohort do not change"),
    SEATS_TAKEN(
            "seats-taken",
            "Hay más lugares ocupados que el cupo indicado",
            "More seats are taken than the capacity named");

    private final String code;
    private final String es;
    private final String en;

    CohortProblem(String code, String es, String en) {
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
