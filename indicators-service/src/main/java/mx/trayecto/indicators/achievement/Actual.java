package mx.trayecto.indicators.achievement;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.figure.FigureValue;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.text.Bilingual;

/**
 * What was reached, as far as it is known; everything absent is unknown, not zero.
 *
 * @param source computed from records, or reported by a person
 */
@Schema(name = "AchievedActual", description = "What was reached; what is absent is unknown, not zero")
record Actual(
        Source source,
        BigDecimal number,
        BigDecimal numerator,
        BigDecimal denominator,
        Bilingual text,
        Qualifier qualifier) {

    @Schema(name = "ActualSource")
    enum Source {
        @JsonProperty("computed")
        COMPUTED,
        @JsonProperty("reported")
        REPORTED
    }

    static Actual computed(FigureValue figure) {
        return new Actual(
                Source.COMPUTED, figure.value(), figure.numerator(), figure.denominator(), null, figure.qualifier());
    }

    static Actual reported(Statement value) {
        return value == null
                ? null
                : new Actual(Source.REPORTED, value.number(), null, null, value.text(), value.qualifier());
    }
}
