package mx.trayecto.programs.field;

import java.math.BigDecimal;

/**
 * Hours as people write them: 20, not 20.00 or 2E+1, whichever way they came. What has more digits than any number of
 * hours stays as it came, for its rule to refuse: written out, {@code 1e999999999} would fill the memory.
 */
public final class Hours {
    private static final int MOST_DIGITS = 1000;

    private Hours() {}

    public static BigDecimal plain(BigDecimal hours) {
        if (hours == null || hours.scale() < -MOST_DIGITS || hours.scale() > MOST_DIGITS) {
            return hours;
        }
        BigDecimal stripped = hours.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
