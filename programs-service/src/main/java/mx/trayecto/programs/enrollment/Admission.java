package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody's wish for a place.
 *
 * @param on the day it was asked for, local to the centre
 * @param application the portal application it comes from; null where staff enrol
 * @param sourceSystem the portal whose record it stays; null where staff enrol
 * @param hidden whether the portal that applies for her does not see her record
 */
public record Admission(
        UUID participant, UUID cohort, LocalDate on, UUID application, String sourceSystem, boolean hidden) {}
