package mx.trayecto.programs.completion;

import jakarta.validation.constraints.NotNull;

/** A completion was recorded wrongly. */
record RevokeCompletion(@NotNull RevocationReason reason) {}
