package mx.trayecto.programs.completion;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A completion was recorded wrongly. */
record RevokeCompletion(
        @NotNull @Schema(description = "Any but `taken-back`, which a learning platform alone says")
        RevocationReason reason) {}
