package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BusinessDate;

/**
 * Something that she is to get, or got.
 *
 * @param institution who gives it, where it is another than who runs the programme
 * @param amount left out where it is not known, or is no money
 * @param state how far it has come already; requested where it is not said
 * @param on when it came to that state, local to the centre; today where it is not said
 */
record RecordDelivery(
        @NotNull DeliveryKind kind,
        UUID institution,
        @Valid Money amount,

        @Schema(description = "requested, approved or delivered; a rejection is a step of its own")
        DeliveryState state,

        @BusinessDate LocalDate on) {

    RecordDelivery {
        state = state == null ? DeliveryState.REQUESTED : state;
    }
}
