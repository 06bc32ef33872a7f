package mx.trayecto.programs.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a programme is for. */
enum Audience {
    @JsonProperty("women")
    WOMEN,
    @JsonProperty("anyone")
    ANYONE,
    @JsonProperty("officials")
    OFFICIALS,
    @JsonProperty("institutions")
    INSTITUTIONS
}
