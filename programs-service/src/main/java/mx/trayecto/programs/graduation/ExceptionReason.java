package mx.trayecto.programs.graduation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why she need not meet all criteria. */
enum ExceptionReason {
    @JsonProperty("equivalent-training")
    EQUIVALENT_TRAINING,
    @JsonProperty("health")
    HEALTH,
    @JsonProperty("care")
    CARE,
    @JsonProperty("safety")
    SAFETY,
    @JsonProperty("programme-fault")
    PROGRAMME_FAULT,
    @JsonProperty("other")
    OTHER
}
