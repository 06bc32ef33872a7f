package mx.trayecto.indicators.framework;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For whom the framework is kept. */
enum Kind {
    @JsonProperty("donor")
    DONOR,
    @JsonProperty("mir")
    MIR,
    @JsonProperty("iati")
    IATI
}
