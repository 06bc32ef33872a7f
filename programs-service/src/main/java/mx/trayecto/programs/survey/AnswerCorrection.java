package mx.trayecto.programs.survey;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.platform.problem.Codes;

/** Why answers were corrected. */
enum AnswerCorrection {
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("wrong-person")
    WRONG_PERSON,
    @JsonProperty("incomplete")
    INCOMPLETE,
    @JsonProperty("her-request")
    HER_REQUEST,
    @JsonProperty("other")
    OTHER;

    String code() {
        return Codes.of(this);
    }
}
