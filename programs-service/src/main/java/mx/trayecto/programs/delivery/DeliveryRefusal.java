package mx.trayecto.programs.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why she did not get it. */
enum DeliveryRefusal {
    @JsonProperty("not-eligible")
    NOT_ELIGIBLE,
    @JsonProperty("incomplete")
    INCOMPLETE,
    @JsonProperty("no-funds")
    NO_FUNDS,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("other")
    OTHER
}
