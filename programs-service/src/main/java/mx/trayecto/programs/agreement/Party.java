package mx.trayecto.programs.agreement;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** An organization's part in an agreement. It may have several. */
record Party(@NotNull UUID organization, @NotNull PartyRole role) {}
