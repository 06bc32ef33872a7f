package mx.trayecto.programs.support;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an institution was given. */
enum SupportKind {
    @JsonProperty("funding")
    FUNDING,
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("equipment")
    EQUIPMENT,
    @JsonProperty("advice")
    ADVICE,
    @JsonProperty("other")
    OTHER
}
