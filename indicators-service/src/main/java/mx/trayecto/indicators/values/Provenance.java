package mx.trayecto.indicators.values;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.figure.Freshness;
import mx.trayecto.indicators.measure.Measure;

/**
 * Where a figure comes from.
 *
 * @param positions event positions included
 * @param incomplete keys whose events wait, and records that have no readable key
 * @param parked what {@code incomplete} counts
 * @param enrollments ids behind the figure in order, at most the number asked for; only to those who may define
 *     indicators
 * @param more whether there are further ones after the last
 */
@Schema(name = "Provenance")
record Provenance(
        UUID indicator,
        String period,
        int measureVersion,
        Measure measure,
        Instant asOf,
        long incomplete,
        List<Freshness.Position> positions,
        List<Freshness.Parked> parked,
        List<UUID> enrollments,
        Boolean more) {}
