package mx.trayecto.programs.credential;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A credential holds no longer. */
record RevokeCredential(
        @NotNull @Schema(description = "Not `key-withdrawn`: that follows from the withdrawal of a key alone")
        CredentialRevocation reason) {}
