package mx.trayecto.programs.xapi;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of statements that had waited. */
@Schema(name = "RetriedStatements")
record Retried(
        @Schema(description = "Placed now: a completion recorded, or taken back")
        int applied,

        @Schema(description = "Still waiting, of those looked at")
        int parked) {}
