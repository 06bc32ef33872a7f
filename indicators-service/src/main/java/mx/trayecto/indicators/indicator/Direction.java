package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way is better. */
public enum Direction {
    @JsonProperty("ascending")
    ASCENDING,
    @JsonProperty("descending")
    DESCENDING
}
