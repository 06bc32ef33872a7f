package mx.trayecto.programs.credential;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A credential as its holder shows it. */
record VerifyCredential(
        @NotNull @Size(max = 10_000) @Pattern(regexp = "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$")
        String credential) {}
