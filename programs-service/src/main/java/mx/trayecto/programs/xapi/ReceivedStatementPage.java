package mx.trayecto.programs.xapi;

import java.util.List;

/** One page of what became of statements. */
record ReceivedStatementPage(List<ReceivedStatement> items, String nextCursor) {}
