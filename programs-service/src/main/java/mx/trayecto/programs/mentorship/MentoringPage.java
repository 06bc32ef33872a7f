package mx.trayecto.programs.mentorship;

import java.util.List;

/** One page of a mentorship's meetings. */
record MentoringPage(List<MentoringView> items, String nextCursor) {}
