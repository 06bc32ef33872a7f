package mx.trayecto.programs.program;

import java.util.List;

/** One page of programmes. */
record ProgramPage(List<ProgramView> items, String nextCursor) {}
