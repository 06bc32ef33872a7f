package mx.trayecto.programs.enrollment;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.platform.problem.Codes;

/** Why a woman left, as one code of a closed list; what lies behind it belongs in a follow-up's sealed note. */
enum WithdrawalReason {
    @JsonProperty("employment")
    EMPLOYMENT,
    @JsonProperty("studies")
    STUDIES,
    @JsonProperty("care-work")
    CARE_WORK,
    @JsonProperty("health")
    HEALTH,
    @JsonProperty("safety")
    SAFETY,
    @JsonProperty("moved")
    MOVED,
    @JsonProperty("transport")
    TRANSPORT,
    @JsonProperty("schedule")
    SCHEDULE,
    @JsonProperty("lost-contact")
    LOST_CONTACT,
    @JsonProperty("lost-interest")
    LOST_INTEREST,
    @JsonProperty("not-eligible")
    NOT_ELIGIBLE,
    @JsonProperty("deceased")
    DECEASED,
    /** Her cohort is not held, or not to its end. */
    @JsonProperty("cohort-cancelled")
    COHORT_CANCELLED,
    /** Her cohort ended, and she did not graduate. */
    @JsonProperty("not-completed")
    NOT_COMPLETED,
    @JsonProperty("other")
    OTHER;

    /** The code as it stands in JSON and events. */
    String code() {
        return Codes.of(this);
    }
}
