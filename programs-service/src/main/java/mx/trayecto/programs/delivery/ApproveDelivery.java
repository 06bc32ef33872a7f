package mx.trayecto.programs.delivery;

import java.time.LocalDate;

import jakarta.validation.Valid;

import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BusinessDate;

/**
 * It was approved.
 *
 * @param amount what was approved, where it is another than what was asked for
 */
record ApproveDelivery(@BusinessDate LocalDate on, @Valid Money amount) {}
