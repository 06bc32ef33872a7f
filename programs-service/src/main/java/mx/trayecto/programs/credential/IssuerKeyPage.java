package mx.trayecto.programs.credential;

import java.util.List;

/** One page of keys. */
record IssuerKeyPage(List<IssuerKeyView> items, String nextCursor) {}
