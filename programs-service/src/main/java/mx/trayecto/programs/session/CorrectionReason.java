package mx.trayecto.programs.session;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.platform.problem.Codes;

/** Why an attendance was corrected. */
enum CorrectionReason {
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("arrived-late")
    ARRIVED_LATE,
    @JsonProperty("left-early")
    LEFT_EARLY,
    @JsonProperty("wrong-person")
    WRONG_PERSON,
    @JsonProperty("justified")
    JUSTIFIED,
    @JsonProperty("other")
    OTHER;

    String code() {
        return Codes.of(this);
    }
}
