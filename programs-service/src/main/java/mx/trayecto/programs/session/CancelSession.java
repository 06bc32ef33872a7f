package mx.trayecto.programs.session;

import jakarta.validation.constraints.NotNull;

/** A session is not held, and why. */
record CancelSession(@NotNull CancellationReason reason) {}
