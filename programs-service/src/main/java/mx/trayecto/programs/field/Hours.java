package mx.trayecto.programs.field;

import java.math.BigDecimal;

/** Hours as people write them: 20, not 20.00 or 2E+1, whichever way they came. */
public final class Hours {
    private Hours() {}

    public static BigDecimal plain(BigDecimal hours) {
        if (hours == null) {
            return null;
        }
        BigDecimal stripped = hours.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
