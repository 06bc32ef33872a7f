package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.indicators.measure.Measure;

/** What kind of number, or no number, an indicator is. */
enum MeasureKind {
    @JsonProperty("count")
    COUNT,
    @JsonProperty("percentage")
    PERCENTAGE,
    @JsonProperty("amount")
    AMOUNT,
    @JsonProperty("hours")
    HOURS,
    @JsonProperty("milestone")
    MILESTONE,
    @JsonProperty("qualitative")
    QUALITATIVE;

    /** Whether a measure computes this kind of figure; none does for what nobody counts. */
    boolean computedBy(Measure measure) {
        return switch (measure) {
            case null -> true;
            case Measure.Ratio ratio -> this == PERCENTAGE;
            case Measure.Sum sum when sum.of() != null && sum.of().hours() -> this == HOURS;
            case Measure.Sum sum when sum.of() != null && sum.of().money() -> this == AMOUNT;
            case Measure.Sum sum -> this == COUNT || this == MILESTONE;
            case Measure.Count count -> this == COUNT || this == MILESTONE;
        };
    }
}
