package mx.trayecto.indicators.projection;

import java.time.LocalDate;

/** Age on a date from year and month of birth; a birthday counts as reached from the first of its month. */
enum AgeGroup {
    UNDER_18("0-17", 0),
    FROM_18("18-29", 18),
    FROM_30("30-44", 30),
    FROM_45("45-59", 45),
    FROM_60("60+", 60);

    private static final int OLDEST = 130;

    private final String code;
    private final int from;

    AgeGroup(String code, int from) {
        this.code = code;
        this.from = from;
    }

    static String of(Integer birthYear, Integer birthMonth, LocalDate on) {
        if (birthYear == null) {
            return Traits.NOT_STATED;
        }
        boolean before = birthMonth != null && on.getMonthValue() < birthMonth;
        int age = on.getYear() - birthYear - (before ? 1 : 0);
        if (age < 0 || age > OLDEST) {
            return Traits.NOT_STATED;
        }
        AgeGroup group = UNDER_18;
        for (AgeGroup candidate : values()) {
            if (age >= candidate.from) {
                group = candidate;
            }
        }
        return group.code;
    }
}
