package mx.trayecto.programs.cohort;

import java.time.LocalDate;
import java.util.UUID;

/** Snapshot of a cohort, {@code mx.trayecto.cohort.changed.v1}. */
record CohortChanged(
        UUID cohort,
        String code,
        UUID program,
        UUID pathway,
        int pathwayVersion,
        UUID center,
        UUID agreement,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        CohortStatus status) {
    static final String TYPE = "mx.trayecto.cohort.changed.v1";

    static CohortChanged of(Cohort cohort, int pathwayVersion) {
        return new CohortChanged(
                cohort.id,
                cohort.code,
                cohort.programId,
                cohort.pathwayId,
                pathwayVersion,
                cohort.centerId,
                cohort.agreementId,
                cohort.startsOn,
                cohort.endsOn,
                cohort.capacity,
                cohort.status);
    }
}
