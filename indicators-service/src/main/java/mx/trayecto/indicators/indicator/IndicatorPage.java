package mx.trayecto.indicators.indicator;

import java.util.List;

/** One page of indicators. */
record IndicatorPage(List<IndicatorView> items, String nextCursor) {}
