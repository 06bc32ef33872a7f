package mx.trayecto.bench.load;

import java.util.Arrays;

/**
 * What a stretch of load came to.
 *
 * @param acknowledged answered with 201
 * @param nanos how long each of them took, ascending
 * @param stolen the share of the machine's processor time that its host gave to others meanwhile
 */
public record Burst(long acknowledged, long refused, double seconds, long[] nanos, double stolen) {

    public double perSecond() {
        return acknowledged / seconds;
    }

    /** @param share such as 0.99 */
    public double millis(double share) {
        return percentile(nanos, share) / 1e6;
    }

    /** The smallest value that the given share of all does not exceed; the values need no order. */
    public static double percentile(long[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        long[] ascending = values.clone();
        Arrays.sort(ascending);
        return ascending[Math.max(0, (int) Math.ceil(share * ascending.length) - 1)];
    }
}
