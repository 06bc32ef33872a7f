package mx.trayecto.programs.enrollment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * Her application is turned down.
 *
 * @param on local to the centre; today where it is not said
 */
record RejectEnrollment(@BusinessDate LocalDate on, @NotNull RejectionReason reason) {}
