package mx.trayecto.programs.completion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;

/**
 * Many women of a cohort completed a module.
 *
 * @param module of the cohort's pathway version
 * @param on local to the centre; today where it is not said
 * @param source where it is known from; {@code manual} unless said
 */
record CompleteModuleForCohort(
        @NotNull UUID module,
        @BusinessDate LocalDate on,
        @Code String source,
        @NotEmpty @Size(max = 500) @Distinct List<@NotNull UUID> enrollments) {

    CompleteModuleForCohort {
        source = source == null ? CompleteModule.BY_HAND : source;
    }
}
