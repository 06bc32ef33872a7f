package mx.trayecto.indicators.figure;

import java.util.Arrays;
import java.util.Optional;

import mx.trayecto.indicators.fact.Dimension;

/** By what a figure can be broken down. */
public enum By {
    CENTER("center", Dimension.CENTER, "s.center::text"),
    COHORT("cohort", Dimension.COHORT, "s.cohort::text"),
    SEX("sex", Dimension.SEX, "s.sex"),
    AGE_GROUP("ageGroup", Dimension.AGE_GROUP, "s.age_group"),
    STATE("state", Dimension.STATE, "s.state"),
    MUNICIPALITY("municipality", Dimension.MUNICIPALITY, "s.municipality"),
    /** The bank, the school, the mechanism: whose credit it was, or who was supported. */
    INSTITUTION("institution", null, "coalesce(f.organization, '00000000-0000-0000-0000-000000000000')::text"),
    /** Sensitive: she is in it with her consent alone, and not stated from the moment she withdraws it. */
    INDIGENOUS("indigenous", null, "stated_on(f.member, 'indigenous', f.happened_on)"),
    AFRO_MEXICAN("afroMexican", null, "stated_on(f.member, 'afroMexican', f.happened_on)"),
    DISABILITY("disability", null, "stated_on(f.member, 'disability', f.happened_on)"),
    MONTH("month", Dimension.TOTAL, "to_char(s.month, 'YYYY-MM')");

    /** How callers write them, for contracts. */
    public static final String PATTERN =
            "center|cohort|sex|ageGroup|state|municipality|institution|indigenous|afroMexican|disability|month";

    private final String code;
    private final Dimension dimension;
    private final String column;

    By(String code, Dimension dimension, String column) {
        this.code = code;
        this.dimension = dimension;
        this.column = column;
    }

    public String code() {
        return code;
    }

    /** The dimension of the declared tables; null where none holds it, and facts are counted. */
    Dimension dimension() {
        return dimension;
    }

    /** How a scan tells the value. */
    String column() {
        return column;
    }

    public static Optional<By> of(String code) {
        return Arrays.stream(values()).filter(by -> by.code.equals(code)).findFirst();
    }
}
