package mx.trayecto.participants.breakglass;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a review found of an access. */
enum Outcome {
    @JsonProperty("justified")
    JUSTIFIED,
    @JsonProperty("unjustified")
    UNJUSTIFIED
}
