package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often an indicator is told. */
enum Frequency {
    @JsonProperty("monthly")
    MONTHLY,
    @JsonProperty("quarterly")
    QUARTERLY,
    @JsonProperty("half-yearly")
    HALF_YEARLY,
    @JsonProperty("yearly")
    YEARLY,
    @JsonProperty("once")
    ONCE
}
