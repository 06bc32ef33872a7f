package mx.trayecto.indicators.fact;

import java.time.LocalDate;

/** The lengths of period that declared tables keep: distinct persons of a quarter are not the sum of its months. */
public enum Grain {
    MONTH("month", 1),
    QUARTER("quarter", 3),
    HALF("half", 6),
    YEAR("year", 12),
    ALL("all", 0);

    /** Where the period without limits starts, in keys. */
    public static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final String code;
    private final int months;

    Grain(String code, int months) {
        this.code = code;
        this.months = months;
    }

    public String code() {
        return code;
    }

    /** First day of the period of this length that {@code day} lies in. */
    public LocalDate start(LocalDate day) {
        return this == ALL ? EVER : LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    /** The last day of the period of this length that starts on {@code start}. */
    public LocalDate end(LocalDate start) {
        return start.plusMonths(months).minusDays(1);
    }
}
