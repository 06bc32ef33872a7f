package mx.trayecto.programs.enrollment;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.platform.problem.Codes;

/** Why a graduation was revoked. */
enum RevocationReason {
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("criteria-not-met")
    CRITERIA_NOT_MET,
    @JsonProperty("wrong-person")
    WRONG_PERSON,
    @JsonProperty("false-evidence")
    FALSE_EVIDENCE,
    @JsonProperty("other")
    OTHER;

    /** The code as it stands in JSON and events. */
    String code() {
        return Codes.of(this);
    }
}
