package mx.trayecto.programs.enrollment;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.platform.problem.Codes;

/** Why an application did not lead to a place. The first ones a person gives, the others an application's intake. */
enum RejectionReason {
    @JsonProperty("not-eligible")
    NOT_ELIGIBLE,
    @JsonProperty("incomplete")
    INCOMPLETE,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("no-capacity")
    NO_CAPACITY,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("unknown-cohort")
    UNKNOWN_COHORT,
    @JsonProperty("cohort-not-open")
    COHORT_NOT_OPEN,
    @JsonProperty("cohort-closed")
    COHORT_CLOSED,
    @JsonProperty("already-enrolled")
    ALREADY_ENROLLED,
    @JsonProperty("unknown-participant")
    UNKNOWN_PARTICIPANT;

    /** Whether it tells of the cohort, and nothing of the woman. */
    boolean ofTheCohort() {
        return this == UNKNOWN_COHORT || this == COHORT_NOT_OPEN || this == COHORT_CLOSED;
    }

    /** The code as it stands in JSON and events. */
    String code() {
        return Codes.of(this);
    }
}
