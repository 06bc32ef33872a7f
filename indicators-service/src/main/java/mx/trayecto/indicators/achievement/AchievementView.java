package mx.trayecto.indicators.achievement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/**
 * The donor's table.
 *
 * @param asOf time of the latest event included
 * @param incomplete keys whose events wait, and records that have no readable key
 */
@Schema(name = "Achievement", description = "The donor's table: baseline, target, actual, achievement")
record AchievementView(
        UUID framework, String code, Bilingual title, String period, List<Row> rows, Instant asOf, long incomplete) {}
