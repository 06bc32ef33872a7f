package mx.trayecto.programs.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of attendances, for the contract. */
@Schema(description = "A page of attendances")
record AttendancePage(List<AttendanceView> items, String nextCursor) {}
