package mx.trayecto.programs.enrollment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/**
 * Offer a seat, which is kept until the offer expires.
 *
 * @param on local to the centre; today where it is not said
 * @param expiresOn the last day on which it may be accepted
 */
record OfferSeat(
        @BusinessDate LocalDate on, @NotNull @BusinessDate LocalDate expiresOn) {}
