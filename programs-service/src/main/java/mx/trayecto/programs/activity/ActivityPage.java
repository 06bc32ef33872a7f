package mx.trayecto.programs.activity;

import java.util.List;

/** One page of activities. */
record ActivityPage(List<ActivityView> items, String nextCursor) {}
