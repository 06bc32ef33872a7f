package mx.trayecto.indicators.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What figures can be broken down by in a declared table. Months are the period's grain, not a dimension. */
public enum Dimension {
    TOTAL("total"),
    CENTER("center"),
    COHORT("cohort"),
    SEX("sex"),
    AGE_GROUP("ageGroup"),
    STATE("state"),
    MUNICIPALITY("municipality");

    private static final Map<String, Dimension> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Dimension::code, Function.identity()));

    private final String code;

    Dimension(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Dimension of(String code) {
        return BY_CODE.get(code);
    }
}
