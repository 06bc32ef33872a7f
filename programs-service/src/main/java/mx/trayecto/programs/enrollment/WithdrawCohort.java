package mx.trayecto.programs.enrollment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * All of a cohort leave.
 *
 * @param on local to the centre; today where it is not said
 */
record WithdrawCohort(@BusinessDate LocalDate on, @NotNull WithdrawalReason reason) {}
