package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import mx.trayecto.platform.text.Money;
import mx.trayecto.platform.text.Opaque;
import mx.trayecto.programs.enrollment.OfEnrollment;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;

/**
 * A row of an import of deliveries.
 *
 * @param externalId how the table calls it: one of a kind among the deliveries of her enrolment, since she may get the same
 *     twice in a day; it says nothing about her
 * @param state how far it has come; requested where it is not said
 * @param on when it came to that state, local to the centre
 */
record ImportDelivery(
        @NotNull @Pattern(regexp = ImportDelivery.EXTERNAL_ID) @Opaque
        String externalId,

        UUID enrollment,
        UUID participant,
        @Code String cohort,
        @Code String program,
        @NotNull DeliveryKind kind,
        UUID institution,
        @Valid Money amount,
        DeliveryState state,
        @NotNull @BusinessDate LocalDate on)
        implements OfEnrollment {

    static final String EXTERNAL_ID = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";

    RecordDelivery command() {
        return new RecordDelivery(kind, institution, amount, state, on);
    }
}
