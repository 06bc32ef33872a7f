package mx.trayecto.programs.completion;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.enrollment.OfEnrollment;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;

/**
 * A row of an import of completed modules.
 *
 * @param module its id or its code in the pathway version of her cohort
 * @param on local to the centre
 * @param source where it is known from; {@code manual} unless said
 */
record ImportCompletion(
        UUID enrollment,
        UUID participant,
        @Code String cohort,
        @Code String program,
        @NotNull @Code String module,
        @NotNull @BusinessDate LocalDate on,
        @Code String source)
        implements OfEnrollment {

    CompleteModule command(UUID id) {
        return new CompleteModule(id, on, source);
    }
}
