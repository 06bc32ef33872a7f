package mx.trayecto.indicators.values;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.figure.FigureValue;
import mx.trayecto.platform.text.Bilingual;

/**
 * One cell of a breakdown.
 *
 * @param key the value broken down by; {@code notStated} where it is not known or may not be told
 * @param code what people call it: a centre's or cohort's code
 * @param label its name
 */
@Schema(name = "FigureCell", description = "One cell; a percentage always with its numerator and denominator")
record ValueCell(
        String key,
        String code,
        Bilingual label,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        Qualifier qualifier) {

    static ValueCell of(String key, String code, Bilingual label, FigureValue figure) {
        return new ValueCell(
                key, code, label, figure.value(), figure.numerator(), figure.denominator(), figure.qualifier());
    }
}
