package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BusinessDate;

/**
 * What a delivery should have said from the beginning; of a rejected one the reason too.
 *
 * @param approvedOn of what went on from its approval; an approved one was so {@code on}, a requested one never
 * @param approved how much was approved then; an approved one has it as its {@code amount}
 */
record CorrectDelivery(
        @NotNull DeliveryKind kind,
        UUID institution,
        @Valid Money amount,
        @NotNull DeliveryState state,
        @NotNull @BusinessDate LocalDate on,
        DeliveryRefusal reason,
        @BusinessDate LocalDate approvedOn,
        @Valid Money approved) {

    static CorrectDelivery of(Delivery d) {
        return new CorrectDelivery(
                d.kind, d.institutionId, d.money(), d.state, d.stateOn, d.reason, d.approvedOn, d.approved());
    }
}
