package mx.trayecto.programs.completion;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;

/**
 * A module was completed.
 *
 * @param module of the pathway version of her cohort
 * @param on local to the centre; today where it is not said
 * @param source where it is known from; {@code manual} unless said
 */
record CompleteModule(
        @NotNull UUID module,
        @BusinessDate LocalDate on,
        @Code String source) {
    static final String BY_HAND = "manual";

    CompleteModule {
        source = source == null ? BY_HAND : source;
    }
}
