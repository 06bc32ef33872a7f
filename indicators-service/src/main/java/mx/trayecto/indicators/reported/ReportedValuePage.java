package mx.trayecto.indicators.reported;

import java.util.List;

/** One page of reported values. */
record ReportedValuePage(List<ReportedValueView> items, String nextCursor) {}
