package mx.trayecto.programs.eligibility;

import java.util.List;

/** One page of a programme's rules. */
record EligibilityPage(List<EligibilityView> items, String nextCursor) {}
