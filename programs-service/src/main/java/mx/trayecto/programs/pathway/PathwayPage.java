package mx.trayecto.programs.pathway;

import java.util.List;

/** One page of pathways. */
record PathwayPage(List<PathwayView> items, String nextCursor) {}
