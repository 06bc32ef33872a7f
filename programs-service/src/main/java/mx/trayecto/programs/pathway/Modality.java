package mx.trayecto.programs.pathway;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a module is learnt. */
enum Modality {
    @JsonProperty("on-site")
    ON_SITE,
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("mixed")
    MIXED
}
