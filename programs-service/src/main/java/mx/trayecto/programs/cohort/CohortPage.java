package mx.trayecto.programs.cohort;

import java.util.List;

/** One page of cohorts. */
record CohortPage(List<CohortView> items, String nextCursor) {}
