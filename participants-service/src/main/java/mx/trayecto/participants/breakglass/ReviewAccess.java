package mx.trayecto.participants.breakglass;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Text;

/** What somebody else found who looked into an access. */
record ReviewAccess(
        @NotNull Outcome outcome,
        @Text(max = 1000, free = true) String note) {}
