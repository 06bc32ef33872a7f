package mx.trayecto.programs.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Period;

/**
 * A cohort as it shall be.
 *
 * @param code unique within its programme
 * @param pathway a version of its programme's path
 * @param agreement the agreement it is held under
 * @param capacity seats; whoever comes later waits
 * @param offerDays days an offered seat is kept; a free seat is given without asking back unless said
 * @param facilitators staff of kind facilitator
 * @param surveys which instruments its women are to answer, and until when
 */
@Period.InOrder
record PlanCohort(
        @NotNull @Code String code,
        @NotNull UUID program,
        @NotNull UUID pathway,
        @NotNull UUID center,
        UUID agreement,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn,
        @NotNull @Min(1) @Max(100_000) Integer capacity,
        @Min(1) @Max(90) Integer offerDays,
        @Size(max = 50) @Distinct List<@NotNull UUID> facilitators,
        @Size(max = 20) @Distinct(by = "instrument") List<@NotNull @Valid ScheduledSurvey> surveys)
        implements Period {

    PlanCohort {
        facilitators = facilitators == null ? List.of() : facilitators;
        surveys = surveys == null ? List.of() : surveys;
    }

    static PlanCohort of(Cohort cohort) {
        return new PlanCohort(
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
                cohort.surveys);
    }
}
