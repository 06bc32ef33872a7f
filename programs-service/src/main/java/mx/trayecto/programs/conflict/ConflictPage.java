package mx.trayecto.programs.conflict;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of conflicts, for the contract. */
@Schema(name = "EnrollmentConflictPage", description = "A page of conflicts")
record ConflictPage(List<ConflictView> items, String nextCursor) {}
