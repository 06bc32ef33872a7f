package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * Enrol a known participant in a cohort.
 *
 * @param on the day it was asked for, local to the centre; today where it is not said
 */
record EnrollParticipant(
        @NotNull UUID participant,
        @NotNull UUID cohort,
        @BusinessDate LocalDate on) {}
