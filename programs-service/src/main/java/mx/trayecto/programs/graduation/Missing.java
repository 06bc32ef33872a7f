package mx.trayecto.programs.graduation;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.instrument.InstrumentKind;

/**
 * One thing that a woman lacks to graduate.
 *
 * @param code {@code module}, {@code attendance}, {@code instrument}, {@code follow-ups} or {@code later-step}
 * @param es what it is, in Spanish, with its numbers
 * @param en what it is, in English, with its numbers
 */
@Schema(name = "MissingForGraduation")
record Missing(
        @Schema(enumeration = {"module", "attendance", "instrument", "follow-ups", "later-step"})
        String code,

        String es,
        String en,
        @Schema(description = "Code of the module") String module,
        InstrumentKind instrument,

        @Schema(description = "Percent of attendance, or follow-ups, required")
        BigDecimal required,

        @Schema(description = "Percent of attendance, or follow-ups, reached; absent where nothing was held")
        BigDecimal actual) {}
