package mx.trayecto.programs.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom an activity was held for. */
enum ActivityAudience {
    @JsonProperty("participants")
    PARTICIPANTS,
    @JsonProperty("officials")
    OFFICIALS,
    @JsonProperty("facilitators")
    FACILITATORS,
    @JsonProperty("public")
    PUBLIC
}
