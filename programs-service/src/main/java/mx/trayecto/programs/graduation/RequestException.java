package mx.trayecto.programs.graduation;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.programs.field.Distinct;

/** What she shall not need to meet, and why. */
record RequestException(
        @NotEmpty @Size(max = 50) @Distinct List<@NotNull @Valid Waiver> waives,
        @NotNull ExceptionReason reason,
        @Valid DocumentReference document) {}
