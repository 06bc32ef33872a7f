package mx.trayecto.programs.enrollment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * A graduation turns out not to hold.
 *
 * @param on local to the centre; today where it is not said
 */
record RevokeGraduation(@BusinessDate LocalDate on, @NotNull RevocationReason reason) {}
