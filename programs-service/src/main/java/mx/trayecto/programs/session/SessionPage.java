package mx.trayecto.programs.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of sessions, for the contract. */
@Schema(description = "A page of sessions")
record SessionPage(List<SessionView> items, String nextCursor) {}
