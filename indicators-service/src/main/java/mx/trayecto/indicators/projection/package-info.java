/**
 * From facts to figures: {@link mx.trayecto.indicators.projection.Projection} keeps facts, reference counts and the
 * cells of the declared tables in step, in one transaction per batch of events.
 */
package mx.trayecto.indicators.projection;
