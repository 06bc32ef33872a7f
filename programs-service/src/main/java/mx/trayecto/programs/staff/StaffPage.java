package mx.trayecto.programs.staff;

import java.util.List;

/** One page of staff. */
record StaffPage(List<StaffView> items, String nextCursor) {}
