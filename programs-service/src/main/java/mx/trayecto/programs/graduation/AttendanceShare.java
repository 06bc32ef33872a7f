package mx.trayecto.programs.graduation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of what was held for her a woman attended, in hours.
 *
 * <p>Held for her are the sessions of a cohort while she belonged to it, of each cohort she was in, whether the roll has
 * a word about her or not; what was held before she came, after she left or while she was away is not. Where she is
 * recorded as present she was there, and it counts. Attended are the hours that her records say. A correction changes it,
 * a session without a roll-call does not count, and before anything was held there is no percentage, not zero.
 */
record AttendanceShare(BigDecimal attended, BigDecimal held) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Percent with one decimal; null where nothing was held. */
    BigDecimal percent() {
        return held.signum() == 0 ? null : attended.multiply(HUNDRED).divide(held, 1, RoundingMode.HALF_UP);
    }

    /** Whether the share reaches a minimum, compared exactly and not as rounded for display. */
    boolean reaches(int minimumPercent) {
        return minimumPercent == 0
                || held.signum() > 0
                        && attended.multiply(HUNDRED).compareTo(held.multiply(BigDecimal.valueOf(minimumPercent))) >= 0;
    }
}
