package mx.trayecto.programs.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;

/** A cohort as it is. How many of its seats are taken is no part of it. */
record CohortView(
        UUID id,
        long version,
        String code,
        UUID program,
        UUID pathway,
        UUID center,
        UUID agreement,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        Integer offerDays,
        List<UUID> facilitators,
        List<ScheduledSurvey> surveys,
        CohortStatus status)
        implements Versioned {

    static CohortView of(Cohort cohort) {
        return new CohortView(
                cohort.id,
                cohort.version,
                cohort.code,
                cohort.programId,
                cohort.pathwayId,
                cohort.centerId,
                cohort.agreementId,
                cohort.startsOn,
                cohort.endsOn,
                cohort.capacity,
                cohort.offerDays,
                cohort.facilitators,
                cohort.surveys,
                cohort.status);
    }
}
