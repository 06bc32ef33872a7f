package mx.trayecto.programs.instrument;

import java.util.List;

/** One page of instruments. */
record InstrumentPage(List<InstrumentView> items, String nextCursor) {}
