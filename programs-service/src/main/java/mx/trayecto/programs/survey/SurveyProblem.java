package mx.trayecto.programs.survey;

import mx.trayecto.platform.problem.ProblemType;

/** Why answers are refused. */
enum SurveyProblem implements ProblemType {
    ANSWERED("survey-answered", "La encuesta ya fue respondida", "The survey was already answered"),
    NOT_GRADUATED("not-graduated", "La participante no está graduada", "The participant has not graduated");

    private final String code;
    private final String es;
    private final String en;

    SurveyProblem(String code, String es, String en) {
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
