package mx.trayecto.programs.enrollment;

import java.time.LocalDate;

import mx.trayecto.programs.field.BusinessDate;

/**
 * Take a step that needs nothing but its day.
 *
 * @param on local to the centre; today where it is not said
 */
record TakeStep(@BusinessDate LocalDate on) {}
