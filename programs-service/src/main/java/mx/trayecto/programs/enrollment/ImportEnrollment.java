package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;

/**
 * A row of an import of enrolments.
 *
 * @param cohort its id or its code
 * @param program the code of the cohort's programme, where cohorts of others have the same code
 * @param on the day it was asked for, local to the centre
 */
record ImportEnrollment(
        @NotNull UUID participant,
        @NotNull @Code String cohort,
        @Code String program,
        @NotNull @BusinessDate LocalDate on) {}
