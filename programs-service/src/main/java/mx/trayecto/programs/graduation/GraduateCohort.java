package mx.trayecto.programs.graduation;

import java.time.LocalDate;

import mx.trayecto.programs.field.BusinessDate;

/**
 * Graduate all of a cohort who meet the criteria.
 *
 * @param on the graduation date, local to the centre; today where it is not said. It decides which version of the
 *     criteria governs, and what is dated later does not count
 */
record GraduateCohort(@BusinessDate LocalDate on) {}
