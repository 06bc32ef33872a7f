package mx.trayecto.indicators.indicator;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.text.Bilingual;

/**
 * What an indicator is to be.
 *
 * @param result code of the framework's result that it belongs to
 * @param code unique in the framework; sub-rows carry a letter, {@code 1.2.b}
 * @param target the target of the whole term; targets of periods have a resource of their own
 * @param measure how it is computed; absent where it lives on reported values
 * @param explanation why computed and declared differ, where they do
 */
@Schema(description = "An indicator; without a measure it lives on reported values")
record WriteIndicator(
        @NotNull UUID framework,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}", message = "{mx.trayecto.indicators.code}")
        String result,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}", message = "{mx.trayecto.indicators.code}")
        String code,

        @NotNull @Valid Bilingual title,
        @Valid Bilingual definition,
        @Valid Bilingual unit,
        @NotNull MeasureKind measureKind,
        @NotNull CountingBasis countingBasis,
        Direction direction,
        Frequency frequency,
        @Valid Bilingual meansOfVerification,
        @Valid Bilingual assumptions,
        @Valid Statement baseline,
        @Valid Statement target,
        @Valid Measure measure,
        @Valid Bilingual explanation) {}
