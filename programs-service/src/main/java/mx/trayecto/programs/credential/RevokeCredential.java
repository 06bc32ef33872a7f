package mx.trayecto.programs.credential;

import jakarta.validation.constraints.NotNull;

/** A credential holds no longer. */
record RevokeCredential(@NotNull CredentialRevocation reason) {}
