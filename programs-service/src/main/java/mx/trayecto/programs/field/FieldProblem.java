package mx.trayecto.programs.field;

import mx.trayecto.platform.problem.ProblemType;

/** What is wrong with a field in view of what is stored. */
enum FieldProblem implements ProblemType {
    TAKEN("already-exists", "Ya existe", "Already exists");

    private final String code;
    private final String es;
    private final String en;

    FieldProblem(String code, String es, String en) {
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
