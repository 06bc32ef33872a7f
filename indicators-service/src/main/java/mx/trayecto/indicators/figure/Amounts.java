package mx.trayecto.indicators.figure;

import java.math.BigDecimal;

import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.measure.Basis;
import mx.trayecto.indicators.measure.Measure;

/** Everything that is known of the records in one cell; a measure takes of it what it asks for. */
record Amounts(long records, long enrolments, long members, BigDecimal quantity, Qualifier qualifier) {
    static final Amounts NONE = new Amounts(0, 0, 0, BigDecimal.ZERO, Qualifier.EXACT);

    /** With what is counted under another name of the same sum. */
    Amounts plus(Amounts other) {
        return new Amounts(
                records + other.records,
                enrolments + other.enrolments,
                members + other.members,
                quantity.add(other.quantity),
                qualifier.plus(other.qualifier));
    }

    BigDecimal of(Measure.Part part) {
        return switch (part) {
            case Measure.Sum sum -> plain(quantity);
            case Measure.Count count when count.basis() == Basis.ENROLMENTS -> BigDecimal.valueOf(enrolments);
            case Measure.Count count when count.basis() == Basis.RECORDS -> BigDecimal.valueOf(records);
            case Measure.Count count -> BigDecimal.valueOf(members);
        };
    }

    /** Only sums can be of numbers that were not stated exactly. */
    Qualifier qualifier(Measure.Part part) {
        return part instanceof Measure.Sum ? qualifier : Qualifier.EXACT;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
