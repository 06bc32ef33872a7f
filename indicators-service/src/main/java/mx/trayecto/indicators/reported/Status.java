package mx.trayecto.indicators.reported;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a reported value has come; only accepted ones stand in figures. */
enum Status {
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED
}
