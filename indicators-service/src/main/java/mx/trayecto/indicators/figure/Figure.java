package mx.trayecto.indicators.figure;

import java.util.SortedMap;

/**
 * A computed figure.
 *
 * @param total distinct over everything, so it need not be the sum of the cells
 * @param cells by the value broken down by; empty without a breakdown
 */
public record Figure(FigureValue total, SortedMap<String, FigureValue> cells) {}
