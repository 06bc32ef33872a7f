package mx.trayecto.programs.survey;

import mx.trayecto.platform.problem.ProblemType;

/** Why answers are refused. */
final class SurveyProblem {
    static final ProblemType ANSWERED =
            new ProblemType(409, "survey-answered", "La encuesta ya fue respondida", "The survey was already answered");
    static final ProblemType NOT_GRADUATED = new ProblemType(
            409, "not-graduated", "La participante no está graduada", "The participant has not graduated");

    private SurveyProblem() {}
}
