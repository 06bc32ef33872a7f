package mx.trayecto.indicators.projection;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.indicators.fact.Dimension;
import mx.trayecto.indicators.fact.Grain;

/**
 * One cell of a declared table.
 *
 * @param counted the name counted under
 * @param program the programme it is limited to; {@link Slot#NONE} for any
 * @param agreement the agreement it is limited to; {@link Slot#NONE} for any
 * @param value the dimension's value; empty for the total
 * @param startsOn first day of the period
 */
record CellKey(
        UUID tenant,
        String counted,
        UUID program,
        UUID agreement,
        Dimension dimension,
        String value,
        Grain grain,
        LocalDate startsOn) {}
