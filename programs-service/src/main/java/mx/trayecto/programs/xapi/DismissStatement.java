package mx.trayecto.programs.xapi;

import jakarta.validation.constraints.NotNull;

/** A statement is not to be placed any more, and why. */
record DismissStatement(@NotNull DismissalReason reason) {}
