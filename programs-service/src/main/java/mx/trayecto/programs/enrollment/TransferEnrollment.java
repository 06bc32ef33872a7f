package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * She goes on in another cohort of the programme; it must have a free seat.
 *
 * @param on local to the new centre; today where it is not said
 */
record TransferEnrollment(
        @BusinessDate LocalDate on, @NotNull UUID cohort) {}
