package mx.trayecto.programs.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was held. Trainings and transfers of a methodology build up institutions; the others reach the public. */
enum ActivityKind {
    @JsonProperty("talk")
    TALK,
    @JsonProperty("forum")
    FORUM,
    @JsonProperty("fair")
    FAIR,
    @JsonProperty("campaign")
    CAMPAIGN,
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("transfer")
    TRANSFER,
    @JsonProperty("event")
    EVENT;

    boolean trains() {
        return this == TRAINING || this == TRANSFER;
    }
}
