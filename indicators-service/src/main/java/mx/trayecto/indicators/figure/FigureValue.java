package mx.trayecto.indicators.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.fact.Qualifier;

/**
 * One computed number.
 *
 * @param value absent where it cannot be computed (a percentage of nothing); never zero for that
 * @param numerator of a percentage, always told with it
 * @param denominator of a percentage, always told with it
 * @param qualifier present where the number is not exact
 */
@Schema(description = "A computed number; a percentage always with its numerator and denominator")
public record FigureValue(BigDecimal value, BigDecimal numerator, BigDecimal denominator, Qualifier qualifier) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static FigureValue of(BigDecimal value, Qualifier qualifier) {
        return new FigureValue(value, null, null, qualifier == Qualifier.EXACT ? null : qualifier);
    }

    /** A percentage to one decimal. */
    static FigureValue ratio(BigDecimal numerator, BigDecimal denominator, boolean exact) {
        BigDecimal percent = denominator.signum() == 0
                ? null
                : numerator.multiply(HUNDRED).divide(denominator, 1, RoundingMode.HALF_UP);
        return new FigureValue(percent, numerator, denominator, exact ? null : Qualifier.ABOUT);
    }
}
