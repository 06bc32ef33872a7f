package mx.trayecto.programs.delivery;

import java.time.LocalDate;

import jakarta.validation.Valid;

import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BusinessDate;

/**
 * She has it.
 *
 * @param amount what she got, where it is another than what was approved
 */
record HandOver(@BusinessDate LocalDate on, @Valid Money amount) {}
