package mx.trayecto.programs.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a session is not held. */
enum CancellationReason {
    @JsonProperty("holiday")
    HOLIDAY,
    @JsonProperty("facilitator-absent")
    FACILITATOR_ABSENT,
    @JsonProperty("no-venue")
    NO_VENUE,
    @JsonProperty("emergency")
    EMERGENCY,
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("other")
    OTHER
}
