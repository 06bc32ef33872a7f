package mx.trayecto.programs.completion;

import java.util.List;

/** One page of completed modules. */
record CompletionPage(List<CompletionView> items, String nextCursor) {}
