package mx.trayecto.indicators.achievement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import mx.trayecto.platform.text.Bilingual;

/**
 * How far a target was reached, by the donor's rule: percent = actual ÷ target × 100, rounded; the baseline is not
 * subtracted (row 1.1 of SCE Jalisco 2024 has baseline and target 1, two centres opened and 200%).
 *
 * @param percent a whole number, except that what is not 100 is never rounded to 100: 99.6 stays 99.6
 * @param label over the target <em>Meta rebasada</em>, at the target <em>Meta lograda</em>, below it the number with %
 */
record Achievement(BigDecimal percent, Logro logro) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The achievement of a numeric target; none where the target is zero, because no share of nothing is known. */
    static Optional<Achievement> of(BigDecimal actual, BigDecimal target) {
        if (target.signum() <= 0 || actual.signum() < 0) {
            return Optional.empty();
        }
        int side = actual.compareTo(target);
        BigDecimal exact = actual.multiply(HUNDRED).divide(target, 6, RoundingMode.HALF_UP);
        BigDecimal percent = exact.setScale(0, RoundingMode.HALF_UP);
        if (side != 0 && percent.compareTo(HUNDRED) == 0) {
            percent = exact.setScale(1, side < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
            if (percent.compareTo(HUNDRED) == 0) {
                percent = side < 0 ? new BigDecimal("99.9") : new BigDecimal("100.1");
            }
        }
        Logro logro = side > 0 ? Logro.EXCEEDED : side == 0 ? Logro.ACHIEVED : Logro.BELOW;
        return Optional.of(new Achievement(percent, logro));
    }

    /** In the donor's words. */
    Bilingual label() {
        return switch (logro) {
            case EXCEEDED -> new Bilingual("Meta rebasada", "Target exceeded");
            case ACHIEVED -> new Bilingual("Meta lograda", "Target achieved");
            case BELOW -> new Bilingual(percent.toPlainString() + "%", percent.toPlainString() + "%");
        };
    }
}
