package mx.trayecto.bench;

import java.util.List;

/**
 * One figure that was promised, measured several times; its median counts.
 *
 * @param unit empty for a ratio
 * @param bound what has to be reached
 * @param atLeast whether the bound is the smallest good value, or the largest
 */
public record Line(String what, String unit, List<Double> values, double bound, boolean atLeast) {

    public static Line atLeast(String what, String unit, List<Double> values, double bound) {
        return new Line(what, unit, List.copyOf(values), bound, true);
    }

    public static Line atMost(String what, String unit, List<Double> values, double bound) {
        return new Line(what, unit, List.copyOf(values), bound, false);
    }

    public double median() {
        List<Double> ascending = values.stream().sorted().toList();
        int middle = ascending.size() / 2;
        if (ascending.isEmpty()) {
            return Double.NaN;
        }
        return ascending.size() % 2 == 1
                ? ascending.get(middle)
                : (ascending.get(middle - 1) + ascending.get(middle)) / 2;
    }

    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Nothing measured reaches nothing. */
    public boolean reached() {
        return atLeast ? median() >= bound : median() <= bound;
    }
}
