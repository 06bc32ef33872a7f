package mx.trayecto.programs.graduation;

import java.util.List;

/** One page of ceremonies. */
record CeremonyPage(List<CeremonyView> items, String nextCursor) {}
