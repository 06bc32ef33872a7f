package mx.trayecto.platform.paging;

import java.util.List;

/** One page of a list; {@code nextCursor} is absent on the last. */
public record Page<V>(List<V> items, String nextCursor) {}
