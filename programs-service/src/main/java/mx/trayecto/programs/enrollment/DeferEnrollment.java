package mx.trayecto.programs.enrollment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * She puts off taking part; her seat goes to the first in line.
 *
 * @param on local to the centre; today where it is not said
 * @param until when she means to come back
 */
record DeferEnrollment(
        @BusinessDate LocalDate on, @NotNull @BusinessDate LocalDate until) {}
