package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way is better. */
@Schema(name = "IndicatorDirection")
public enum Direction {
    @JsonProperty("ascending")
    ASCENDING,
    @JsonProperty("descending")
    DESCENDING
}
