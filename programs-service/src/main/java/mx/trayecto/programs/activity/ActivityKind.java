package mx.trayecto.programs.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was held. Trainings, certifications and transfers of a methodology build up institutions; the others reach the public. */
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
    /** Those counted hold a certificate of competence since. */
    @JsonProperty("certification")
    CERTIFICATION,
    @JsonProperty("transfer")
    TRANSFER,
    @JsonProperty("event")
    EVENT;

    boolean trains() {
        return this == TRAINING || this == CERTIFICATION || this == TRANSFER;
    }
}
