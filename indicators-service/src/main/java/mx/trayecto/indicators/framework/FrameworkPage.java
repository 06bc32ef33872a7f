package mx.trayecto.indicators.framework;

import java.util.List;

/** One page of frameworks. */
record FrameworkPage(List<FrameworkView> items, String nextCursor) {}
