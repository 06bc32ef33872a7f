package mx.trayecto.programs.delivery;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.programs.field.BusinessDate;

/** She does not get it. */
record RefuseDelivery(@BusinessDate LocalDate on, @NotNull DeliveryRefusal reason) {}
