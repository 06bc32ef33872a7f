package mx.trayecto.programs.survey;

import java.util.List;

/** One page of answered surveys. */
record SurveyPage(List<SurveyView> items, String nextCursor) {}
