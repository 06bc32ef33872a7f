package mx.trayecto.participants.arco;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done with a request. */
enum Step {
    @JsonProperty("filed")
    FILED,
    @JsonProperty("prevented")
    PREVENTED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("lapsed")
    LAPSED,
    @JsonProperty("extended")
    EXTENDED,
    @JsonProperty("referred")
    REFERRED,
    @JsonProperty("granted")
    GRANTED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("exported")
    EXPORTED,
    @JsonProperty("rectified")
    RECTIFIED,
    @JsonProperty("blocked")
    BLOCKED,
    @JsonProperty("suppressed")
    SUPPRESSED,
    @JsonProperty("opposed")
    OPPOSED
}
