package mx.trayecto.programs.center;

import java.util.List;

/** One page of centres. */
record CenterPage(List<CenterView> items, String nextCursor) {}
