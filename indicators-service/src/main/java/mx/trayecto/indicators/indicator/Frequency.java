package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often an indicator is told. */
@Schema(name = "IndicatorFrequency")
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
